#include "output/markdown.h"

#include <algorithm>
#include <deque>
#include <regex>
#include <set>

#include "catch.h"
#include "diagnostic/in_backticks.h"
#include "output/hostile.h"
#include "output/markdown_text.h"
#include "output/printable.h"
#include "output/rendered_markdown.h"
#include "rule/rule.h"
#include "support/lint_archive.h"

// Anybody who may open a merge request may write what stands in findings. The note is shown under another name, so
// none of it may do more than be read.
namespace macrolint {

namespace {

const std::set<std::string> expected_elements = {"html", "head", "body", "main",   "h2",      "h3",     "p",
                                                 "ul",   "li",   "code", "strong", "details", "summary"};

/// Outside of code there is nothing but prose: nothing that GitLab, behind the renderer, looks for in text.
void check_prose(const RenderedMarkdown& rendered) {
  for (const char mark : std::string_view("@#!~%&$^*_[]{}<>|\\`+=")) {
    INFO(mark);
    CHECK(rendered.prose.find(mark) == std::string::npos);
  }
  CHECK(rendered.prose.find("//") == std::string::npos);
  CHECK_FALSE(std::regex_search(rendered.prose, std::regex(":[A-Za-z0-9]|www\\.|[0-9a-f]{7}|[A-Z]+-[0-9]")));
  CHECK(std::all_of(rendered.prose.begin(), rendered.prose.end(),
                    [](char byte) { return byte == '\n' || (byte >= ' ' && byte < 0x7F); }));
}

void check_rendered(const RenderedMarkdown& rendered) {
  for (const std::string& element : rendered.elements) {
    INFO(element);
    CHECK(expected_elements.contains(element));
  }
  CHECK(rendered.attributes == std::vector<std::string>());
  CHECK(rendered.comments == std::vector<std::string>{" macrolint "});
  check_prose(rendered);
}

/// GitLab reads quick actions off the lines of the source.
void check_source(const std::string& note) {
  CHECK(note.starts_with("<!-- macrolint -->\n## macrolint: "));
  CHECK_FALSE(std::regex_search(note, std::regex("(^|\n)\\s*/")));
  CHECK(find_invalid_utf8(note) == std::string_view::npos);
  CHECK(note.find('\r') == std::string::npos);
}

void check_note(const std::string& note) {
  check_source(note);
  check_rendered(rendered_by_md4c(note));
  if (const RenderedMarkdown rendered = rendered_by_cmark(note); !rendered.elements.empty()) {
    check_rendered(rendered);
  }
}

std::size_t count(const std::vector<std::string>& all, const std::string& one) {
  return static_cast<std::size_t>(std::count(all.begin(), all.end(), one));
}

}  // namespace

TEST_CASE("The note of every rule's example holds nothing but text and code") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    check_note(format_markdown(lint_files(rule->bad), plain_paths()));
  }
}

TEST_CASE("Hostile texts stay in their places in a note") {
  const LintResult result = hostile_result();
  const std::string note = format_markdown(result, plain_paths());
  check_note(note);
  const RenderedMarkdown rendered = rendered_by_md4c(note);
  // Each finding is an item, with two suggestions and two related places.
  CHECK(count(rendered.elements, "li") == 5 * result.diagnostics.size());
  CHECK(count(rendered.elements, "details") == hostile_texts().size());
}

TEST_CASE("Hostile texts stay in their places in a note that is not folded") {
  for (const std::string& text : hostile_texts()) {
    INFO(text.substr(0, 100));
    LintResult result = hostile_result();
    std::erase_if(result.diagnostics, [&](const Diagnostic& one) { return one.subject != text; });
    const std::string note = format_markdown(result, plain_paths());
    CHECK(note.find("<details>") == std::string::npos);
    check_note(note);
  }
}

TEST_CASE("A text as code is shown as it is") {
  for (const std::string& text : hostile_texts()) {
    const std::string shown = printable(text);
    INFO(shown.substr(0, 100));
    const RenderedMarkdown rendered = rendered_by_md4c("x " + markdown_code(text) + " x");
    if (shown == " ") {
      CHECK(rendered.prose.ends_with("x (empty) x"));
      continue;
    }
    CHECK(rendered.prose.ends_with("x  x"));
    if (shown.size() < 2000) {
      CHECK(rendered.code == std::vector<std::string>{shown});
    }
  }
}

TEST_CASE("What is far longer than people write is cut in a note") {
  const std::string row(16, '`');
  CHECK(markdown_code(std::string(40, '`') + "x") == row + "` " + row + "…x " + row + "`");
  CHECK(markdown_code(std::string(5000, 'x')) == "`" + std::string(2000, 'x') + "…`");
  CHECK(markdown_text("the " + std::string(5000, 'x')) == "the `" + std::string(1996, 'x') + "…`");
}

TEST_CASE("Messages become prose and code") {
  struct Case {
    const char* message;
    const char* markdown;
  };
  const Case cases[] = {
      {"No macro has the title `A::B`.", "No macro has the title `A::B`."},
      {"`a` is set to `b`; expected `c`, `d` or `e`.", "`a` is set to `b`; expected `c`, `d` or `e`."},
      {"did you mean `x` (or `y`)?", "did you mean `x` (or `y`)?"},
      {"ask @all now", "ask `@all` now"},
      {"`a`@all", "`a@all`"},
      {"@`all`", "`@all`"},
      {"`a` `b`", "`a` `b`"},
      {"an odd `mark @all", "an odd `` `mark @all ``"},
      {"nothing in `` here", "nothing in ``` `` ``` here"},
      {"it's a well-known and/or thing, see 3.", "it's a well-known and/or thing, see 3."},
      {"line 1234567 GL-1 :x: 5:y", "line `1234567` `GL-1` `:x:` `5:y`"},
      {"", ""},
  };
  for (const Case& one : cases) {
    CHECK(markdown_text(one.message) == one.markdown);
  }
}

TEST_CASE("Files with errors come first in a note, and errors first in each") {
  LintResult result = hostile_result();
  result.diagnostics.resize(6);
  std::deque<Source> sources(3);
  const char* paths[] = {"a.md", "b.md", "c.md"};
  const Severity severities[] = {Severity::note,  Severity::warning, Severity::warning,
                                 Severity::error, Severity::error,   Severity::warning};
  for (std::size_t i = 0; i < 6; ++i) {
    Diagnostic& diagnostic = result.diagnostics[i];
    sources[i / 2].path = paths[i / 2];
    diagnostic.place = {&sources[i / 2], {}};
    diagnostic.severity = severities[i];
    diagnostic.begin.line = static_cast<std::uint32_t>(i);
  }
  const std::string note = format_markdown(result, plain_paths());
  std::vector<std::string> order;
  const std::regex wanted("### `([a-z.]+)`|\\*\\*([a-z]+)\\*\\* in line");
  for (std::sregex_iterator match(note.begin(), note.end(), wanted), end; match != end; ++match) {
    order.push_back((*match)[1].matched ? (*match)[1].str() : (*match)[2].str());
  }
  CHECK(order ==
        std::vector<std::string>{"b.md", "error", "warning", "c.md", "error", "warning", "a.md", "warning", "note"});
}

TEST_CASE("A note is no longer than GitLab takes, and says what is left out") {
  const LintResult result = hostile_result();
  const std::string whole = format_markdown(result, plain_paths());
  for (const std::size_t limit : {std::size_t{400}, std::size_t{2000}, whole.size() / 2, whole.size() - 1}) {
    INFO(limit);
    const std::string note = format_markdown(result, plain_paths(), limit);
    CHECK(note.size() <= limit);
    check_note(note);
    std::smatch match;
    REQUIRE(std::regex_search(note, match, std::regex("([0-9]+) further findings? (is|are) left out")));
    const std::size_t shown = count(rendered_by_md4c(note).elements, "li") / 5;
    CHECK(shown + std::stoul(match[1]) == result.diagnostics.size());
  }
  // The room for the last sentence stays free, and the last line break goes.
  CHECK(format_markdown(result, plain_paths(), whole.size() + 201) == whole);
}

TEST_CASE("A note says when there is nothing to report") {
  const std::string note = format_markdown(lint_files("-- handbook/content/_index.md --\n# Start\n"), plain_paths());
  CHECK(note == "<!-- macrolint -->\n## macrolint: nothing to report\n\n1 document and 0 macros were checked.\n");
}

}  // namespace macrolint
