#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "catch.h"
#include "conformance/awkward_site.h"
#include "conformance/comparison.h"
#include "conformance/hugo_build.h"
#include "conformance/known_differences.h"
#include "support/golden.h"

// What macrolint says of a site against what the real Hugo makes of it.
namespace macrolint::conformance {

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool is_slow_build = true;
#else
constexpr bool is_slow_build = false;
#endif

constexpr const char* base_url = "https://handbook.gitlab.com/";

/// The share of links on which both sides agree. Differences that are known count as such.
double agreement(const Comparison& comparison) {
  std::size_t differing = 0;
  for (const Difference& difference : comparison.differences) {
    differing += difference.kind == Difference::Kind::link ? 1 : 0;
  }
  return 100.0 * (1.0 - static_cast<double>(differing) / static_cast<double>(comparison.links));
}

/// How many differences belong to each class; those that belong to none are under an empty name.
std::map<std::string, std::size_t> count_by_class(const Comparison& comparison) {
  std::map<std::string, std::size_t> counts;
  for (const Difference& difference : comparison.differences) {
    const KnownDifference* known = known_difference(difference);
    ++counts[known == nullptr ? "" : known->name];
  }
  return counts;
}

/// Fails the test for each difference that nothing explains.
void check_explained(const Comparison& comparison) {
  for (const Difference& difference : comparison.differences) {
    if (known_difference(difference) == nullptr) {
      std::cout << described(difference) << '\n';
      CHECK(known_difference(difference) != nullptr);
    }
  }
}

void print(std::string_view name, const Comparison& comparison) {
  std::cout << fmt::format("{}: {} pages, {} internal links, {:.3f} % agree with the build\n", name, comparison.pages,
                           comparison.links, agreement(comparison));
  for (const auto& [known, count] : count_by_class(comparison)) {
    std::cout << fmt::format("  {:4} {}\n", count, known.empty() ? "unexplained" : known);
  }
}

}  // namespace

TEST_CASE("macrolint and a real build agree on a site of awkward cases", "[conformance]") {
  if (!hugo_is_installed()) {
    WARN("Skipped: there is no hugo.");
    return;
  }
  const AwkwardSite awkward;
  const Comparison comparison = compare(build_site(awkward.folder(), base_url), *read_site(awkward.folder(), base_url));
  print("Awkward site", comparison);
  check_explained(comparison);
  const std::map<std::string, std::size_t> expected = {
      {"a # in the name of a file", 2},
      {"a definition list", 2},
      {"a file in a folder below a section", 2},
      {"a footnote that nothing refers to", 2},
      {"a label over two lines", 1},
      {"a lone percent sign in a destination", 1},
      {"a page below a section that is a draft", 1},
      {"a pipe in code in a table", 1},
      {"a placeholder in an id", 2},
      {"a redirect to nowhere", 2},
      {"an escape or entity in a destination", 9},
      {"an include in a block of code", 2},
      {"an include with a named parameter", 2},
      {"definitions of references shared with an included text", 2},
      {"text between {{< x >}} tags", 3},
      {"the number of a footnote", 4},
      {"two pages with one address", 1},
      {"what a shortcode writes", 6},
  };
  CHECK(count_by_class(comparison) == expected);
}

TEST_CASE("macrolint and a real build agree on a handbook", "[conformance]") {
  const std::string folder = project_path("../shared/handbook");
  if (!hugo_is_installed() || !std::filesystem::exists(folder + "/content")) {
    WARN("Skipped: there is no hugo or no ../shared/handbook.");
    return;
  }
  if (is_slow_build) {
    WARN("Skipped: with sanitizers, reading the HTML of thousands of pages takes minutes; the release build does it.");
    return;
  }
  const BuiltSite judged = build_site(folder, base_url);
  const std::unique_ptr<Project> project = read_site(std::filesystem::canonical(folder).string(), base_url);
  const Comparison whole = compare(judged, *project);
  const Comparison support = compare(judged, *project, "handbook/support/");
  print("Handbook", whole);
  print("Handbook, below handbook/support/", support);
  check_explained(whole);
  CHECK(agreement(whole) >= 99.9);
  CHECK(agreement(support) == 100.0);
}

}  // namespace macrolint::conformance
