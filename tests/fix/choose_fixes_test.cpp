#include "fix/choose_fixes.h"

#include "catch.h"

namespace macrolint {

namespace {

/// A page and a macro, and the findings about them.
struct Findings {
  Findings() {
    page.path = "page.md";
    page.text = Text("0123456789");
    macro.path = "macro.yaml";
    macro.text = Text("0123456789");
  }

  void add(std::vector<Suggestion> suggestions) {
    Diagnostic& diagnostic = all.emplace_back();
    diagnostic.rule = "rule";
    diagnostic.suggestions = std::move(suggestions);
  }
  void add(std::uint32_t begin, std::uint32_t end, std::string text) {
    add({{"", Applicability::safe, {{{&page, {begin, end}}, std::move(text)}}}});
  }

  [[nodiscard]] ChosenFixes choose(Applicability most = Applicability::safe) const {
    return choose_fixes(all, {most, [](const Source&) { return true; }});
  }

  Source page;
  Source macro;
  std::vector<Diagnostic> all;
};

using Edits = std::vector<Replacement>;

}  // namespace

TEST_CASE("Edits apart from each other are taken together, in order of place") {
  Findings findings;
  findings.add(6, 8, "b");
  findings.add(1, 3, "a");
  findings.add(3, 6, "touches both");
  CHECK(findings.choose().edits.at("page.md") == Edits{{{1, 3}, "a"}, {{3, 6}, "touches both"}, {{6, 8}, "b"}});
}

TEST_CASE("Of edits that overlap the first is taken") {
  Findings findings;
  findings.add(2, 5, "first");
  SECTION("partly") { findings.add(4, 7, "later"); }
  SECTION("inside") { findings.add(3, 4, "later"); }
  SECTION("around") { findings.add(1, 9, "later"); }
  SECTION("an insertion at the beginning") { findings.add(2, 2, "later"); }
  SECTION("an insertion at the end") { findings.add(5, 5, "later"); }
  CHECK(findings.choose().edits.at("page.md") == Edits{{{2, 5}, "first"}});
  CHECK(findings.choose().fixes.size() == 1);
}

TEST_CASE("Two insertions at one place have no order, so one of them waits") {
  Findings findings;
  findings.add(4, 4, "a");
  findings.add(4, 4, "a");
  CHECK(findings.choose().edits.at("page.md") == Edits{{{4, 4}, "a"}});
  CHECK(findings.choose().fixes.size() == 1);
}

TEST_CASE("One edit may fix several findings") {
  Findings findings;
  findings.add(2, 5, "same");
  findings.add(2, 5, "same");
  CHECK(findings.choose().edits.at("page.md") == Edits{{{2, 5}, "same"}});
  CHECK(findings.choose().fixes.size() == 2);
}

TEST_CASE("The first suggestion that may be applied is applied, and no other") {
  Findings findings;
  findings.add({{"no edit", Applicability::safe, {}},
                {"unsafe", Applicability::unsafe, {{{&findings.page, {0, 1}}, "u"}}},
                {"safe", Applicability::safe, {{{&findings.page, {2, 3}}, "s"}}},
                {"safe, too", Applicability::safe, {{{&findings.page, {4, 5}}, "t"}}}});
  CHECK(findings.choose().edits.at("page.md") == Edits{{{2, 3}, "s"}});
  CHECK(findings.choose(Applicability::unsafe).edits.at("page.md") == Edits{{{0, 1}, "u"}});
}

TEST_CASE("All edits of a suggestion are taken or none, across files too") {
  Findings findings;
  findings.add(2, 5, "first");
  findings.add({{"", Applicability::safe, {{{&findings.macro, {0, 1}}, "m"}, {{&findings.page, {4, 6}}, "p"}}}});
  CHECK_FALSE(findings.choose().edits.contains("macro.yaml"));
  findings.all.erase(findings.all.begin());
  CHECK(findings.choose().edits.size() == 2);
  CHECK(findings.choose().fixes.front().paths == std::vector<std::string>{"macro.yaml", "page.md"});

  SECTION("also where one of the files must not be changed") {
    const FixPolicy policy{Applicability::safe, [](const Source& source) { return source.path == "page.md"; }};
    CHECK(choose_fixes(findings.all, policy).edits.empty());
  }
}

TEST_CASE("Edits that are not sound are never applied") {
  Findings findings;
  SECTION("behind the end") { findings.add(9, 11, "x"); }
  SECTION("backwards") { findings.add(5, 4, "x"); }
  SECTION("without effect") { findings.add(2, 4, "23"); }
  SECTION("in each other's way") {
    findings.add({{"", Applicability::safe, {{{&findings.page, {1, 4}}, "a"}, {{&findings.page, {3, 5}}, "b"}}}});
  }
  SECTION("making a file too large to be read again") { findings.add(1, 1, std::string(1'000'000, 'x')); }
  CHECK(findings.choose().fixes.empty());
  CHECK(findings.choose().edits.empty());
}

}  // namespace macrolint
