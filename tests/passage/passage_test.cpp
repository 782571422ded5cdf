#include "passage/passage.h"

#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "mention/macro_clues.h"
#include "page/parse_page.h"

// What a page's text is cut into, and what each piece stands in.
namespace macrolint {

namespace {

struct Page {
  explicit Page(std::string markdown)
      : source{"page.md", Text(std::move(markdown))},
        document(parse_page(source, Document::Syntax::hugo, clues)),
        passages(read_passages(document)) {}

  MacroClues clues{{"macro"}};
  Source source;
  Document document;
  std::vector<Passage> passages;
};

std::string_view name_of(Passage::Kind kind) {
  switch (kind) {
    case Passage::Kind::heading:
      return "heading";
    case Passage::Kind::paragraph:
      return "paragraph";
    case Passage::Kind::cell:
      return "cell";
    case Passage::Kind::code:
      return "code";
  }
  return "";
}

/// A line for each passage: its kind, how deep it is in lists and quotes, and its text.
std::string outline(const std::string& markdown) {
  const Page page(markdown);
  std::string lines;
  for (const Passage& passage : page.passages) {
    lines += fmt::format("{} {}{} {}\n", name_of(passage.kind), std::string(passage.list_depth, '-'),
                         std::string(passage.quote_depth, '>'), passage.text.text());
  }
  return lines;
}

}  // namespace

TEST_CASE("A page is cut into passages") {
  CHECK(outline("# A *b*\n\nc\nd `e` [f](g)\n") == "heading  A b\nparagraph  c d e f\n");
  CHECK(outline("- a\n  - b\n- c\n\nd\n") == "paragraph - a\nparagraph -- b\nparagraph - c\nparagraph  d\n");
  CHECK(outline("> a\n> > b\n\nc\n") == "paragraph > a\nparagraph >> b\nparagraph  c\n");
  CHECK(outline("| a | b |\n|---|---|\n| c | d |\n") == "cell  a\ncell  b\ncell  c\ncell  d\n");
  CHECK(outline("```text\na\n\nb\n```\n") == "code  a\n\nb\n\n");
  CHECK(outline("---\ntitle: x\n---\n\na <!-- b --> c\n\n<div>d</div>\n") == "paragraph  a   c\n");
  CHECK(outline("{{% alert %}}\na\n{{% /alert %}}\n") == "paragraph  a\n");
  CHECK(outline("").empty());
}

TEST_CASE("Cells know their row and column") {
  const Page page("| a | b |\n|---|---|\n| c | d |\n\n| e |\n|---|\n");
  REQUIRE(page.passages.size() == 5);
  CHECK(page.passages[3].row == 1);
  CHECK(page.passages[3].column == 1);
  CHECK(page.passages[3].table == page.passages[0].table);
  CHECK(page.passages[4].table != page.passages[0].table);
  CHECK(page.passages[4].row == 0);
}

TEST_CASE("A list belongs to the passage before it") {
  const Page page("a:\n\n1. b\n   1. c\n1. d\n\ne\n\n- f\n\n1. g\n");
  REQUIRE(page.passages.size() == 7);
  CHECK(list_behind(page.passages, 0).begin == 1);
  CHECK(list_behind(page.passages, 0).end == 4);
  CHECK(list_behind(page.passages, 1).end == 3);
  CHECK(list_behind(page.passages, 2).end == list_behind(page.passages, 2).begin);
  CHECK(list_behind(page.passages, 4).end == 6);
  CHECK(list_behind(page.passages, 6).end == list_behind(page.passages, 6).begin);
}

TEST_CASE("Places in a passage are places in the page") {
  const Page page("---\nx: y\n---\na &amp; `b`\nc [d](e)\n");
  REQUIRE(page.passages.size() == 1);
  const Passage& passage = page.passages.front();
  CHECK(passage.text.text() == "a & b c d");
  const Span span = passage.text.source_span(8, 9);
  CHECK(page.source.slice(span) == "d");
  CHECK(passage.text.position_of(span.begin) == 8);
  CHECK(passage.text.link_at(8) == 0);
  CHECK(passage_at(page.passages, span.begin) == &passage);
  CHECK(passage_at(page.passages, 2) == nullptr);
}

}  // namespace macrolint
