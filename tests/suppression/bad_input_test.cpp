#include <fmt/format.h>

#include <chrono>
#include <functional>

#include "catch.h"
#include "support/lint_archive.h"

// Files built to make the program slow. Each has nearly the largest size that is read or, where it has no blank line,
// that is read without one.
namespace macrolint {

namespace {

constexpr std::size_t size = 950'000;
constexpr std::size_t block = 240'000;

/// So many copies of what `piece` makes of a number that the text is nearly as large as a file may be.
std::string filled(const std::function<std::string(int)>& piece, std::size_t at_least = size) {
  std::string text;
  for (int number = 0; text.size() < at_least; ++number) {
    text += piece(number);
  }
  return text;
}

std::string filled(const std::string& piece, std::size_t at_least = size) {
  return filled([&](int) { return piece; }, at_least);
}

/// Lints a file; the test fails if that takes longer than it takes on the slowest machine, with sanitizers.
LintResult lint_in_time(const std::string& path, const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  LintResult result = lint_files("-- " + path + " --\n" + text);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
  return result;
}

LintResult lint_page(const std::string& text) { return lint_in_time("handbook/content/a.md", text); }

const std::string disable_next = "<!-- macrolint-disable-next-line inbox-unknown -- why -->";

}  // namespace

TEST_CASE("Piles of comments before one line are read once") {
  CHECK(lint_page(filled(disable_next + "\n", block) + "\nx@example.com\n").summary.suppressed == 1);
  CHECK(lint_page(filled(disable_next + "\n\n") + "x@example.com\n").summary.suppressed == 1);
  CHECK(lint_page("<!-- a --> " + filled(disable_next + " ", block) + "\nx@example.com\n").diagnostics.size() <= 1001);
}

TEST_CASE("Blocks within blocks, never ended or ended all at once, are read in short time") {
  const std::string disable = "<!-- macrolint-disable inbox-unknown -- why -->\n\n";
  CHECK(lint_page(filled(disable)).diagnostics.size() == 1000);
  CHECK(lint_page(filled(disable + "x@example.com\n\n")).summary.suppressed == 1000);
  CHECK(lint_page(filled(disable + "<!-- macrolint-enable -->\n\n")).diagnostics.size() == 1000);
  CHECK(lint_page(filled("<!-- macrolint-enable -->\n\n")).diagnostics.size() == 1000);
}

TEST_CASE("A comment of many pages is read like any other") {
  CHECK(lint_page("<!-- macrolint-disable " + filled("inbox-unknown, ", block) + "-- why -->\n").diagnostics.size() ==
        1000);
  CHECK(lint_page("<!-- macrolint-disable " +
                  filled([](int number) { return fmt::format("rule-{} ", number); }, block) + "-->\n")
            .diagnostics.size() == 1000);
  CHECK(lint_page("<!-- macrolint-" + filled("x", block) + " -->\n").diagnostics.size() == 1);
  CHECK(lint_page("<!-- macrolint-disable inbox-unknown -- " + filled("why ", block) + "-->\n\nx@example.com\n")
            .diagnostics.empty());
  CHECK(lint_page("<!-- macrolint-disable inbox-unknown " + filled(", ", block) + "-- why -->\n\nx@example.com\n")
            .diagnostics.empty());
  CHECK(lint_page("<!-- macrolint-disable inbox-unknown -- why " + filled("x\n", block)).diagnostics.empty());
}

TEST_CASE("Comments deep in lists and quotations are read in short time") {
  std::string deep;
  for (int depth = 0; depth < 500; ++depth) {
    deep += "> - ";
  }
  CHECK_FALSE(lint_page(filled(deep + disable_next + "\n\n")).diagnostics.empty());
}

TEST_CASE("YAML full of comments is read in short time") {
  const auto findings = [](const std::string& text) {
    return lint_in_time("macros/sync/data/active/A.yaml",
                        "title: 'A'\nactive: true\n" + text + "actions:\n- {field: status, value: open}\n")
        .diagnostics.size();
  };
  const std::string comment = "# macrolint-disable macro-path-mismatch -- why";
  CHECK(findings(filled(comment + "\n")) == 1000);
  CHECK(findings("description: 'a' " + filled(comment + " ") + "\n") == 1);
  CHECK(findings("description: |\n" + filled("  " + comment + "\n")) <= 1);
  CHECK(findings("restriction: null\n" +
                 filled([&](int number) { return fmt::format("k{}: v {}\n", number, comment); })) > 0);
}

TEST_CASE("Bytes of any kind in a comment do no harm") {
  unsigned state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string text = "<!-- macrolint-disable";
    for (int index = 0; index < 60; ++index) {
      state = state * 1103515245U + 12345U;
      constexpr std::string_view bytes = "-->,: \n\tax#<!|`'\"[]{}%\\";
      text += bytes[(state >> 16U) % bytes.size()];
    }
    const LintResult result = lint_page(text + " -->\n\nx@example.com\n");
    for (const Diagnostic& diagnostic : result.diagnostics) {
      CHECK(diagnostic.place.span.end <= diagnostic.place.source->text.size());
      for (const Suggestion& suggestion : diagnostic.suggestions) {
        for (const Edit& edit : suggestion.edits) {
          CHECK(edit.place.span.begin <= edit.place.span.end);
          CHECK(edit.place.span.end <= diagnostic.place.source->text.size());
        }
      }
    }
  }
}

}  // namespace macrolint
