#include "catch.h"
#include "support/lint_archive.h"

// The edits that take comments away which are not needed.
namespace macrolint {

namespace {

/// The file after all safe edits.
std::string after_edits(const std::string& path, const std::string& text) {
  const LintResult result = lint_files("-- " + path + " --\n" + text);
  std::string edited = text;
  for (auto diagnostic = result.diagnostics.rbegin(); diagnostic != result.diagnostics.rend(); ++diagnostic) {
    for (const Suggestion& suggestion : diagnostic->suggestions) {
      for (const Edit& edit : suggestion.edits) {
        CHECK(suggestion.applicability == Applicability::safe);
        edited.replace(edit.place.span.begin, edit.place.span.size(), edit.replacement);
      }
    }
  }
  return edited;
}

std::string page_after_edits(const std::string& text) { return after_edits("handbook/content/a.md", text); }

std::string macro_after_edits(const std::string& text) {
  return after_edits("macros/sync/data/active/A.yaml",
                     text + "active: true\nactions:\n- {field: status, value: open}\n");
}

const std::string comment = "<!-- macrolint-disable-next-line inbox-unknown -- why -->";
const std::string inline_comment = "<!-- macrolint-disable-next-line inbox-unknown: why -->";

}  // namespace

TEST_CASE("A comment goes with its line where it stands alone") {
  CHECK(page_after_edits("a\n\n" + comment + "\nb\n") == "a\n\nb\n");
  CHECK(page_after_edits(comment + "\nb\n") == "b\n");
  CHECK(page_after_edits("a\n\n" + comment) == "a\n\n");
  CHECK(page_after_edits("- a\n\n  " + comment + "\n  b\n") == "- a\n\n  b\n");
  CHECK(page_after_edits("a\r\n\r\n" + comment + "\r\nb\r\n") == "a\r\n\r\nb\r\n");
}

TEST_CASE("What the comment kept apart stays apart") {
  CHECK(page_after_edits("a\n" + comment + "\nb\n") == "a\n\nb\n");
}

TEST_CASE("A comment among other text goes alone") {
  CHECK(page_after_edits("a " + inline_comment + " b\n") == "a b\n");
  CHECK(page_after_edits("a " + inline_comment + "\nb\n") == "a\nb\n");
  CHECK(page_after_edits("| a " + inline_comment + " |\n|---|\n| b |\n") == "| a |\n|---|\n| b |\n");
}

TEST_CASE("Of several rules only those go that are not needed") {
  const auto with_rules = [](const std::string& rules) {
    return page_after_edits("<!-- macrolint-disable-next-line " + rules + " -- why -->\nx@example.com\n");
  };
  const std::string wanted = "<!-- macrolint-disable-next-line inbox-unknown -- why -->\nx@example.com\n";
  CHECK(with_rules("inbox-unknown, link-missing-page") == wanted);
  CHECK(with_rules("link-missing-page, inbox-unknown") == wanted);
  CHECK(with_rules("link-missing-page inbox-unknown") == wanted);
  CHECK(with_rules("link-missing-page, link-missing-anchor") == "x@example.com\n");
}

TEST_CASE("Comments of YAML go with their line or with the blanks before them") {
  CHECK(
      macro_after_edits("title: 'A' # macrolint-disable macro-path-mismatch -- why\n").starts_with("title: 'A'\nact"));
  CHECK(
      macro_after_edits("title: 'A'\n# macrolint-disable macro-path-mismatch -- why\n").starts_with("title: 'A'\nact"));
}

}  // namespace macrolint
