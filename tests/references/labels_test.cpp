#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "link/url.h"
#include "support/corpus.h"
#include "support/golden.h"

// What `macrolint references` finds in the pages of a real handbook against what people find who read them:
// labels.tsv. Precision is the share of what it finds that is labelled, recall the share of labels that it finds.
namespace macrolint {

namespace {

/// The folders that were read; a slash at the end of each.
constexpr std::array<std::string_view, 2> labelled_folders = {"content/handbook/support/",
                                                              "content/handbook/security/customer-support-operations/"};

/// One place that names a macro, as labelled or as found.
struct NamingPlace {
  std::string path;
  int line = 0;
  std::string title;
  std::string kind;
  /// Of a found one: where its link leads, percent-decoded.
  std::string address;
  /// Of a label: readers can differ.
  bool unsure = false;

  [[nodiscard]] std::string shown() const { return fmt::format("{}:{} {} ({})", path, line, title, kind); }
};

std::string with_spaces_folded(const std::string& text) {
  std::istringstream words(text);
  std::string folded;
  for (std::string word; words >> word;) {
    folded += (folded.empty() ? "" : " ") + word;
  }
  return folded;
}

std::vector<NamingPlace> read_labels() {
  std::ifstream file(project_path("tests/references/labels.tsv"));
  std::vector<NamingPlace> labels;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) {
      continue;
    }
    std::istringstream columns(line);
    std::array<std::string, 5> column;
    for (std::string& text : column) {
      std::getline(columns, text, '\t');
    }
    INFO(line);
    REQUIRE((column[4].empty() || column[4] == "unsure"));
    labels.push_back(
        {column[0], std::stoi(column[1]), with_spaces_folded(column[2]), column[3], "", column[4] == "unsure"});
  }
  return labels;
}

std::vector<NamingPlace> find_references() {
  const std::string handbook = corpus_folder() + "/handbook/";
  const auto result = nlohmann::json::parse(run_on_corpus("references", "handbook", "hugo"));
  std::vector<NamingPlace> found;
  for (const nlohmann::json& reference : result.at("references")) {
    const std::string path = reference.at("path").get<std::string>().substr(handbook.size());
    if (std::none_of(labelled_folders.begin(), labelled_folders.end(),
                     [&](std::string_view folder) { return path.starts_with(folder); })) {
      continue;
    }
    const std::string shown = reference.at(reference.at("title").is_null() ? "text" : "title").get<std::string>();
    const std::string url = reference.at("url").is_null() ? "" : reference.at("url").get<std::string>();
    found.push_back({path, reference.at("line").get<int>(), with_spaces_folded(shown),
                     reference.at("form").get<std::string>(), percent_decoded(url)});
  }
  return found;
}

bool is_same_place(const NamingPlace& label, const NamingPlace& found) {
  const bool same_name = label.kind == "url" ? found.address.ends_with(label.title) : found.title == label.title;
  return same_name && found.line == label.line && found.path == label.path;
}

struct Comparison {
  std::size_t agreed = 0;
  std::size_t same_form = 0;
  std::vector<std::string> missed;
  std::vector<std::string> false_alarms;
  std::vector<std::string> other_forms;

  [[nodiscard]] double precision() const { return share(agreed, agreed + false_alarms.size()); }
  [[nodiscard]] double recall() const { return share(agreed, agreed + missed.size()); }
  [[nodiscard]] double form() const { return share(same_form, agreed); }

  static double share(std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
  }
};

/// Each found reference can answer one label: a title that stands twice on a line has two.
Comparison compare(const std::vector<NamingPlace>& labels, std::vector<NamingPlace> found) {
  Comparison comparison;
  for (const NamingPlace& label : labels) {
    if (label.kind == "none") {
      continue;
    }
    const auto match =
        std::find_if(found.begin(), found.end(), [&](const NamingPlace& one) { return is_same_place(label, one); });
    if (match == found.end() && !label.unsure) {
      comparison.missed.push_back(label.shown());
    } else if (match != found.end()) {
      if (!label.unsure) {
        ++comparison.agreed;
        comparison.same_form += match->kind == label.kind ? 1 : 0;
      }
      if (!label.unsure && match->kind != label.kind) {
        comparison.other_forms.push_back(fmt::format("{}, found as {}", label.shown(), match->kind));
      }
      found.erase(match);
    }
  }
  for (const NamingPlace& extra : found) {
    const bool look_alike = std::any_of(labels.begin(), labels.end(), [&](const NamingPlace& label) {
      return label.kind == "none" && is_same_place(label, extra);
    });
    comparison.false_alarms.push_back(extra.shown() + (look_alike ? ", labelled as a look-alike" : ""));
  }
  return comparison;
}

void print(const Comparison& comparison) {
  std::cout << fmt::format(
      "References: precision {:.3f} ({} of {} found), recall {:.3f} ({} of {} labelled), form {:.3f}\n",
      comparison.precision(), comparison.agreed, comparison.agreed + comparison.false_alarms.size(),
      comparison.recall(), comparison.agreed, comparison.agreed + comparison.missed.size(), comparison.form());
  for (const auto& [what, places] :
       {std::pair{"missed", &comparison.missed}, std::pair{"false alarm", &comparison.false_alarms},
        std::pair{"other form", &comparison.other_forms}}) {
    for (const std::string& place : *places) {
      std::cout << fmt::format("  {}: {}\n", what, place);
    }
  }
}

}  // namespace

TEST_CASE("References are found where readers find them") {
  if (corpus_folder().empty()) {
    WARN("Skipped: there is no ../shared with a handbook and macros.");
    return;
  }
  const std::vector<NamingPlace> labels = read_labels();
  CHECK(labels.size() > 250);
  const Comparison comparison = compare(labels, find_references());
  print(comparison);
  CHECK(comparison.precision() >= 0.99);
  CHECK(comparison.recall() >= 0.98);
}

TEST_CASE("Labels and found references are matched one to one") {
  const NamingPlace label{"a.md", 1, "A::B", "plain", "", false};
  const NamingPlace none{"a.md", 2, "C::D", "none", "", false};
  const NamingPlace unsure{"a.md", 3, "E", "diagram", "", true};
  const Comparison comparison = compare({label, label, none, unsure}, {label, none, unsure});
  CHECK(comparison.agreed == 1);
  CHECK(comparison.missed == std::vector<std::string>{"a.md:1 A::B (plain)"});
  CHECK(comparison.false_alarms == std::vector<std::string>{"a.md:2 C::D (none), labelled as a look-alike"});
  CHECK(comparison.precision() == 0.5);
  CHECK(comparison.recall() == 0.5);
}

}  // namespace macrolint
