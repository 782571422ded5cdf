#include <fmt/format.h>

#include "bad_input/bad_input.h"
#include "catch.h"
#include "rule/rule.h"

// Pages that are built to be expensive: the run ends in order, in little memory, and the other pages are linted.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t deep = 100'000;

/// What is reported about a page with this text.
Lines findings_in_page(const std::string& text) {
  const RepositoryWithBadInput repository;
  repository.add_page("bad", text);
  return repository.findings();
}

}  // namespace

TEST_CASE("A page that is not UTF-8 is one finding") {
  CHECK(findings_in_page("# Caf\xe9\n").size() == 1);
  CHECK(findings_in_page("# A\n\n\nabc \xff\n") == Lines{"handbook/content/bad.md:4 input-unreadable"});
  CHECK(findings_in_page(std::string("a\0b", 3)).size() == 1);
}

TEST_CASE("A page with front matter that does not end is one finding") {
  CHECK(findings_in_page("---\ntitle: x\n\n# A\n") == Lines{"handbook/content/bad.md:1 doc-front-matter"});
  CHECK(findings_in_page("---\ntitle: [\n---\n").size() == 1);
  CHECK(findings_in_page("---\n" + repeated("[", deep) + "\n---\n").size() == 1);
}

TEST_CASE("Markdown nested 100,000 deep does not take the run down") {
  for (const std::string_view nesting :
       {">",    "> ",    "- ",         "* ",           "1. ",     "[",        "![",     "*",
        "_",    "**",    "`",          "<div>",        "<a ",     "(",        "{{< a ", "{{% a %}}",
        "{{",   "{{</*", "{{% /a %}}", "{{< a \"",     "<!--",    "\\",       "&",      "|",
        "~~",   "[a](",  "[a](<",      "][",           "[a][",    "![a][b](", "[^a]:",  "\n[^a]: ",
        "> [^", "</",    "<script>",   "<a href='b' ", "<!-- -- "}) {
    INFO(nesting);
    // One rule at its bound, and the page given up for its length.
    CHECK(findings_in_page(repeated(nesting, deep) + "x\n").size() <= Reporter::max_findings + 1);
  }
}

TEST_CASE("Lists nested ever deeper do not take the run down") {
  std::string text;
  for (std::size_t level = 0; level < 2000; ++level) {
    text += std::string(2 * level, ' ') + "- a\n";
  }
  CHECK(findings_in_page(text).size() <= 1);
}

TEST_CASE("A table of thousands of columns and rows does not take the run down") {
  const std::size_t columns = 5000;
  // Each short row stands for as many cells as the table has columns.
  const std::string table =
      repeated("|a", columns) + "|\n" + repeated("|-", columns) + "|\n" + repeated("|x|\n", columns);
  CHECK(findings_in_page(table).size() <= 1);
}

TEST_CASE("Thousands of link definitions and uses do not take the run down") {
  std::string text;
  for (int number = 0; number < 50'000; ++number) {
    text += fmt::format("[a{0}]: /b{0}\n", number);
  }
  CHECK(findings_in_page(text + repeated("[x", 50'000) + repeated("][a1]", 50'000)).size() <= 1);
}

TEST_CASE("Long runs of one character do not take the run down") {
  for (const std::string_view character :
       {"a", "@", ".", "a@", "a@b.", ":", "::", "A::", "\"", "'", "`A::B` ", "macro ", "`A::B` macro\n", "/", "%",
        "%25", "\xe3\x83\x9e", "nobody@example.com "}) {
    INFO(character);
    const RepositoryWithBadInput repository;
    repository.add_page("bad", repeated(character, 500'000 / character.size()) + "\n");
    CHECK(repository.check().status == 1);
  }
}

TEST_CASE("Brackets within brackets do not take the run down") {
  const std::size_t count = 20'000;
  for (const auto& [opening, closing] : std::vector<std::pair<std::string, std::string>>{
           {"![a", "](b)"}, {"![[a](b)", "](c)"}, {"[a", "][b]"}, {"![", "][b]"}, {"![<a href=b>", "](c)"}}) {
    INFO(opening);
    CHECK(findings_in_page(repeated(opening, count) + repeated(closing, count) + "\n").size() <=
          Reporter::max_findings + 1);
    CHECK(findings_in_page(repeated(opening + closing, count) + "\n").size() <= Reporter::max_findings + 1);
  }
}

TEST_CASE("A mermaid diagram that is built to be expensive does not take the run down") {
  for (const std::string_view line : {"A(<br>", "A[\"", "macro<br>", "A --> B(x macro)\n"}) {
    INFO(line);
    CHECK(findings_in_page("```mermaid\n" + repeated(line, 50'000) + "\n```\n").size() <= 50'000);
  }
}

TEST_CASE("A page whose lines never end in a blank one is given up when it is too long") {
  for (const std::string_view line : {"[a](b)\n", "https://example.org/ ", "|[a](b)", "macro `(` ", "macro [a](b) "}) {
    INFO(line);
    CHECK(findings_in_page(repeated(line, 900'000 / line.size())) ==
          Lines{"handbook/content/bad.md:1 input-unreadable"});
    // What is just short enough is read, and in time.
    CHECK(findings_in_page(repeated(line, 240'000 / line.size())).size() <= Reporter::max_findings + 1);
  }
}

TEST_CASE("A long page with blank lines is read, however they are written") {
  for (const std::string_view paragraph : {"text\n\n", "text\r\n\r\n", "text\n \t\n", "# text\n{{% x %}}\n"}) {
    INFO(paragraph);
    CHECK(findings_in_page(repeated(paragraph, 600'000 / paragraph.size())).empty());
  }
}

TEST_CASE("A long definition that is used often costs no more than its page") {
  const std::string uses = repeated("[r] ", 20'000) + "\n\n";
  for (const std::string& destination : {std::string(10'000, 'x'), repeated("\\_", 5'000), repeated("&auml;", 2'000),
                                         "mailto:" + repeated("a@b.org,", 1'000)}) {
    INFO(destination.substr(0, 20));
    CHECK(findings_in_page("[r]: " + destination + "\n\n" + uses + uses).size() <= Reporter::max_findings + 1);
  }
}

TEST_CASE("Broken links beside thousands of pages and headings cost no more than a look at the nearest") {
  std::string headings;
  std::string links;
  for (int number = 0; number < 20'000; ++number) {
    headings += fmt::format("# A heading of some length that is like others {}\n\n", number);
    links += fmt::format(
        "[a](#a-heading-of-some-length-that-is-like-other-{0}) [b](../a-page-with-a-long-name-{0})\n\n", number);
  }
  const RepositoryWithBadInput repository;
  for (int number = 0; number < 1'000; ++number) {
    repository.add_page(fmt::format("a-page-with-some-long-name-{}", number), "text\n");
  }
  repository.add_page("bad", headings.substr(0, 400'000) + links.substr(0, 500'000));
  CHECK(repository.findings().size() == 2'000);
}

TEST_CASE("Texts that include themselves and each other come to an end") {
  const RepositoryWithBadInput repository;
  const std::string tags = repeated("{{% include \"a.md\" %}}\n\n{{% include \"b.md\" %}}\n\n", 1'000);
  repository.folder().write("handbook/assets/a.md", "# A\n\n" + tags);
  repository.folder().write("handbook/assets/b.md", "# B\n\n" + tags);
  repository.add_page("bad", tags + "[a](#a) [b](#b-1)\n\n[c](#c)\n");
  CHECK(repository.findings() == Lines{"handbook/content/bad.md:4003 link-missing-anchor"});
}

TEST_CASE("A page has at most a thousand findings of a rule, and the last one counts the rest") {
  const RepositoryWithBadInput repository;
  repository.add_page("bad", repeated("[a] (https://example.org)\n\n", 5'000));
  CHECK(repository.findings().size() == 1000);
}

TEST_CASE("A page of links into a circle of redirects does not take the run down") {
  const RepositoryWithBadInput repository;
  std::string redirects;
  for (int index = 0; index < 300; ++index) {
    redirects += fmt::format("/:a/:b/c{} /x\n", index);
  }
  for (int index = 0; index < 20; ++index) {
    redirects += fmt::format("/{}/* /{}/:splat\n", index, (index + 1) % 20);
  }
  repository.folder().write("handbook/static/_redirects", redirects);
  std::string links;
  for (int index = 0; index < 50'000; ++index) {
    links += fmt::format("[a](/1/{})\n\n", index);
  }
  repository.add_page("bad", links);
  CHECK(repository.findings().size() <= 20'000);
}

}  // namespace macrolint
