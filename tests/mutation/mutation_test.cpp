#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "mutation/consistent_pair.h"
#include "source/characters.h"
#include "support/lint_archive.h"

// A consistent pair of repositories, and one drift planted at a time: it is found, under its rule, at its place, and
// nothing else is reported.
namespace macrolint {

namespace {

/// The files with something planted, and what has to be found.
class Drift {
 public:
  /// Changes the only place in a file that has the text.
  void replace(const std::string& path, const std::string& from, const std::string& to) {
    std::string& text = files_.at(path);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    text.replace(at, from.size(), to);
  }
  void add(const std::string& path, const std::string& text) { files_[path] += text; }
  void remove(const std::string& path) { REQUIRE(files_.erase(path) == 1); }
  [[nodiscard]] const std::string& text(const std::string& path) const { return files_.at(path); }

  /// A finding of the rule that touches the first place in the file that has the text.
  void expect(std::string rule, std::string path, std::string text) {
    expected_.push_back({std::move(rule), std::move(path), std::move(text)});
  }

  /// What is wrong with what was found; empty if it is what was planted.
  [[nodiscard]] std::string verdict() const {
    const LintResult result = lint_files(archive_of(files_));
    std::vector<const Diagnostic*> left;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      left.push_back(&diagnostic);
    }
    std::string wrong;
    for (const Expected& expected : expected_) {
      const auto found = std::find_if(left.begin(), left.end(),
                                      [&](const Diagnostic* diagnostic) { return is(expected, *diagnostic); });
      if (found == left.end()) {
        wrong += fmt::format("missing: {} at `{}` in {}\n", expected.rule, expected.text, expected.path);
      } else {
        left.erase(found);
      }
    }
    for (const Diagnostic* diagnostic : left) {
      wrong += fmt::format("unexpected: {}: {}\n", short_form(*diagnostic), diagnostic->message);
    }
    return wrong;
  }

 private:
  struct Expected {
    std::string rule;
    std::string path;
    std::string text;
  };

  [[nodiscard]] bool is(const Expected& expected, const Diagnostic& diagnostic) const {
    if (diagnostic.rule != expected.rule || diagnostic.place.source->path != expected.path) {
      return false;
    }
    const std::size_t begin = files_.at(expected.path).find(expected.text);
    const Span span = diagnostic.place.span;
    return begin != std::string::npos && span.begin < begin + expected.text.size() && begin <= span.end;
  }

  Files files_ = consistent_pair();
  std::vector<Expected> expected_;
};

using Plant = std::function<void(const Program& program, Drift& drift)>;

/// Plants it for every program, one at a time. Returns what went wrong and adds up what was planted.
void plant_everywhere(const std::string& name, const Plant& plant) {
  for (const Program& program : programs()) {
    Drift drift;
    plant(program, drift);
    INFO(name << " of the " << program.name);
    CHECK(drift.verdict() == "");
  }
}

}  // namespace

TEST_CASE("In the consistent pair there is nothing to find") { CHECK(Drift().verdict() == ""); }

TEST_CASE("Planted: claims") {
  plant_everywhere("a tag that the macro no longer adds", [](const Program& program, Drift& drift) {
    drift.replace(reply_file(program), program.slug + "_sent", program.slug + "_answered");
    drift.expect("drift-claim", page_file(program), "adds the `");
  });
  plant_everywhere("a tag that the page has wrong", [](const Program& program, Drift& drift) {
    drift.replace(page_file(program), "`" + program.slug + "_waiting`", "`" + program.slug + "_wait`");
    drift.expect("drift-claim", page_file(program), "_wait`");
  });
  plant_everywhere("another status", [](const Program& program, Drift& drift) {
    drift.replace(reply_file(program), "value: '" + program.status + "'",
                  program.status == "open" ? "value: 'solved'" : "value: 'open'");
    drift.expect("drift-claim", page_file(program), "sets the ticket to");
  });
  plant_everywhere("a comment that is public now", [](const Program& program, Drift& drift) {
    drift.replace(form_file(program), "value: false", "value: true");
    drift.expect("drift-claim", page_file(program), "adds an internal note");
    drift.expect("drift-claim", page_file(program), "Leaves a private comment");
  });
  plant_everywhere("another priority in a list", [](const Program& program, Drift& drift) {
    drift.replace(page_file(program), "Sets the priority to High", "Sets the priority to Low");
    drift.expect("drift-claim", page_file(program), "Sets the priority to Low");
  });
}

TEST_CASE("Planted: inboxes") {
  const std::string overview = "handbook/content/programs/_index.md";
  plant_everywhere("an inbox that the page has wrong", [](const Program& program, Drift& drift) {
    drift.replace(page_file(program), "`" + program.inbox + "`", "`helpers@example.com`");
    drift.expect("drift-inbox", page_file(program), "helpers@example.com");
  });
  plant_everywhere("an inbox that the table has wrong", [&](const Program& program, Drift& drift) {
    drift.replace(overview, program.inbox, "helpers@example.com");
    drift.expect("drift-inbox", overview, "helpers@example.com");
  });
  plant_everywhere("an inbox that changed in the macro", [&](const Program& program, Drift& drift) {
    drift.replace(reply_wording_file(program), program.inbox, "helpers@example.com");
    drift.expect("drift-inbox", page_file(program), program.inbox);
    drift.expect("drift-inbox", overview, program.inbox);
  });
  plant_everywhere("an inbox that is configured", [&](const Program& program, Drift& drift) {
    drift.add(".macrolint.yml", fmt::format("inboxes:\n- {{address: helpers@example.com, name: {}}}\n"
                                            "rules: {{inbox-unknown: off}}\n",
                                            program.name));
    drift.expect("drift-inbox", page_file(program), program.inbox);
    drift.expect("drift-inbox", overview, program.inbox);
  });
}

TEST_CASE("Planted: titles") {
  plant_everywhere("a title in other case", [](const Program& program, Drift& drift) {
    drift.replace(page_file(program), "macro `" + form_title(program), "macro `" + lower_case(form_title(program)));
    drift.expect("reference-inexact-title", page_file(program), lower_case(form_title(program)));
  });
  plant_everywhere("a title that no macro has", [](const Program& program, Drift& drift) {
    drift.replace(page_file(program), "Use the `" + form_title(program), "Use the `Forms::Something Else Entirely");
    drift.expect("reference-unknown-macro", page_file(program), "Forms::Something Else Entirely");
  });
}

}  // namespace macrolint
