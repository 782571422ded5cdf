#include "markdown/undefined_references.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "page/parse_page.h"

namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

/// `label | whole` of each.
Lines undefined(const std::string& text, Document::Syntax syntax = Document::Syntax::hugo) {
  Source source;
  source.text = text;
  const Document document = parse_page(source, syntax, MacroClues({}));
  Lines lines;
  for (const UndefinedReference& reference : document.undefined_references) {
    lines.push_back(std::string(source.slice(reference.label)) + " | " + std::string(source.slice(reference.whole)));
  }
  return lines;
}

}  // namespace

TEST_CASE("References whose label nothing defines are found and placed") {
  struct Row {
    std::string text;
    Lines references;
  };
  const std::vector<Row> rows = {
      {"See [text][label].", {"label | [text][label]"}},
      {"---\ntitle: x\n---\nSee [text][label].", {"label | [text][label]"}},
      {"![alt][label]", {"label | ![alt][label]"}},
      {"[label][]", {"label | [label][]"}},
      {"[text][1]", {"1 | [text][1]"}},
      {"[text][two words]", {"two words | [text][two words]"}},
      {"[a longer\ntext][label]", {"label | [a longer\ntext][label]"}},
      {"[text][a\nb]", {}},
      {"[`code`][label]", {"label | [`code`][label]"}},
      {"[`a]`][label]", {"label | [`a]`][label]"}},
      {"[**bold** text][label]", {"label | [**bold** text][label]"}},
      {"**[text][label]**", {"label | **[text][label]**"}},
      {"[a &amp; b][label]", {"label | [a &amp; b][label]"}},
      {"[a \\] b][label]", {"label | [a \\] b][label]"}},
      {"[a [b] c][label]", {"label | [a [b] c][label]"}},
      {"[text][la\\_bel]", {"la\\_bel | [text][la\\_bel]"}},
      {"[text][`label`]", {"`label` | [text][`label`]"}},
      {"[![a](b)][label]", {"label | [![a](b)][label]"}},
      {"[![a][image]][label]", {"image | ![a][image]", "label | [![a][image]][label]"}},
      {"[![a][image]][label]\n\n[label]: /b", {"image | ![a][image]"}},
      {"[text][label] and [text][other]\n\n[label]: /b", {"other | [text][other]"}},
      {"# A [text][label]\n\n- [b][c d]\n\n> [e][fg]\n", {"label | [text][label]", "c d | [b][c d]", "fg | [e][fg]"}},
      {"| [text][label] | b |\n|---|---|\n| [c][de] | f |", {"label | [text][label]", "de | [c][de]"}},
      {"これは[text][label]です", {"label | [text][label]"}},
      {"text\n[label]: /b\n[text][label]", {"label | [text][label]"}},
      {"\\\\[text][label]", {"label | [text][label]"}},
  };
  for (Row row : rows) {
    INFO(row.text);
    // Emphasis around it is none of its own.
    for (std::string& line : row.references) {
      if (const std::size_t mark = line.find("| **["); mark != std::string::npos) {
        line = line.substr(0, mark + 2) + line.substr(mark + 4, line.size() - mark - 6);
      }
    }
    CHECK(undefined(row.text) == row.references);
  }
}

TEST_CASE("Brackets for other reasons are no references") {
  for (const std::string text : {
           "[text][label]\n\n[label]: /b",
           "[text][ LABEL ]\n\n[label]: /b",
           "[text][ẞ]\n\n[SS]: /b",
           "[label][]\n\n[Label]: /b",
           "![alt][label]\n\n> [label]: /b",
           "[text]",
           "[text] [label]",
           "`[text][label]`",
           "```\n[text][label]\n```",
           "    [text][label]",
           "<!-- [text][label] -->",
           "<p title='[text][label]'>",
           "<div>\n[text][label]\n</div>",
           "a[i][key]",
           "f(x)[first][second]",
           "a[0][1][2]",
           "[bug][backend][docs] title",
           "as shown in [1][2]",
           "$[a b][c d]$",
           "m [i][j]",
           "[A-Z][a-z0-9_]+",
           "[a-z]*[text][A-Z]",
           "- [ ][x] todo",
           "- [x][ ] todo",
           "- [ ][label]",
           "\\[text][label]",
           "[text\\][label]",
           "[text]\\[label]",
           "[text][label\\]",
           "[][label]",
           "[text][ ]",
           "[^1][^2]\n\n[^1]: a\n[^2]: b",
           "text[^1][label]",
           "[text][^note]",
           "[text\n\n][label]",
           "- [text\n- ][label]",
           "| [text | ][label] |\n|---|---|\n",
           "[x][y](z)",
           "[text][a [b] c]",
           "[[bug][backend] title](b)",
           "[text]({{< ref x >}})[label]",
           "[text][{{< x >}}]",
           "{{< x y=\"[text][label]\" >}}",
       }) {
    INFO(text);
    CHECK(undefined(text) == Lines{});
  }
}

TEST_CASE("Labels that a page defines are listed") {
  CHECK(find_defined_labels("[a]: b\n  [c d]: <e>\n> [f]: g\n[^1]: h\n    [i]: j\nk [l]: m\n[]: n\n[o][p]: q\n") ==
        std::vector<std::string_view>{"a", "c d", "f"});
  CHECK(find_defined_labels("").empty());
}

}  // namespace macrolint
