#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "markdown/html_destinations.h"
#include "page/parse_page.h"

// Raw HTML: what is read off a page is compared with what a browser's parser makes of it.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

Lines read(const std::string& text) {
  Source source;
  source.text = text;
  const Document document = parse_page(source, Document::Syntax::plain, MacroClues({}));
  CHECK(misplaced_links(document).empty());
  return destinations_in_page(document);
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

TEST_CASE("Links in raw HTML are those that a browser sees") {
  const Lines tags = {
      "<a href=\"b\">c</a>",
      "<a href='b'>c</a>",
      "<a href=b>c</a>",
      "<a href=b/>c</a>",
      "<A HREF=\"B\">c</A>",
      "<a class=x href = 'b' id=y>c</a>",
      "<a\nclass='x'\nhref=\"b\">c</a>",
      "<a href=\"b\" href=\"c\">d</a>",
      "<a title='href=x' href=b>c</a>",
      "<a data-href='x'>c</a>",
      "<a title=\">\" href=\"b\">c</a>",
      "<a href=\" b \">c</a>",
      "<a href=\"\">c</a>",
      "<a href>c</a>",
      "<a>c</a>",
      "<a href=\"b?c=1&amp;d=2&e=3&copy=4\">c</a>",
      "<a href=\"b&#x2f;c&quot;\">c</a>",
      "<a href=\"ä b\">c</a>",
      "<img src=\"b.png\" alt=\"<a href='c'>\">",
      "<img src=b.png/>",
      "<IMG alt='' SRC = b.png />",
      "<img data-src=b.png>",
      "<abbr href='x'>c</abbr> <a-b href='x'>c</a-b> <image-x src=y></image-x>",
      "<area href='x'> <link href='x'>",
      "</a href='b'>",
      "<!-- <a href='b'>c</a> -->",
      "<!-- <a href='b'>c</a>\n<img src='d'> --><a href='e'>f</a>",
      "<?php <a href='b' ?><a href='c'>d</a>",
      "<a href='b'><img src='c'></a>",
      "<a href='b'>c</a><a href='d'>e</a>",
      "&lt;a href='b'&gt;",
  };
  for (const std::string& tag : tags) {
    INFO(tag);
    const Lines expected = destinations_in_html(tag);
    CHECK(read("<div>\n" + tag + "\n</div>\n") == expected);
    CHECK(read("text " + tag + " text\n") == expected);
    CHECK(read("> text " + replaced(tag, "\n", "\n> ") + "\n") == expected);
    CHECK(read("- " + replaced(tag, "\n", "\n  ") + "\n") == expected);
    CHECK(read("**" + tag + "**\n") == expected);
  }
}

TEST_CASE("Links in blocks of raw HTML are those that a browser sees") {
  const Lines blocks = {
      "<!-- a -- <a href='b'> --><a href='c'>d</a>\n",
      "<script>\nvar a = \"<a href='b'>\";\n</script>\n<p><a href='c'>d</a></p>\n",
      "<SCRIPT>'<a href=b>'</SCRIPT ><a href='c'>d</a>\n",
      "<script>'</scrip <a href=b>'</script><a href='c'>d</a>\n",
      "<style>\na::after { content: \"<img src='b'>\"; }\n</style>\n",
      "<textarea>\n<a href='b'>\n</textarea>\n",
      "<div><xmp><a href=b></xmp><iframe src=x><a href=c></iframe><a href=d>e</a></div>\n",
      "<pre>\n<a href='b'>c</a>\n\n[d](e)\n</pre>\n",
      "<!--\n<a href='b'>\n\n[c](d)\n-->\n<p><a href='e'>f</a></p>\n",
      "<!-- a --!> <a href='b'>c</a>\n",
      "<!--> <a href='b'>c</a> -->\n",
      "<!DOCTYPE html>\n",
      "<div\n  class=\"x\"\n  ><a\n href=\"b\">c</a></div>\n",
      "<div><a/href=b>c</a><a href=\"d\"title='x'>e</a><a href==f>g</a></div>\n",
      "<div>< a href=b><a href='c>d\n</div>\n",
      "<div>\n<a\n",
      "<div></ <a href=b> <1 <a href=c>d</div>\n",
      "<table><tr><td><a href=\"b\">c</a></td></tr></table>\n",
      "<details><summary><a href=b>c</a></summary></details>\n",
  };
  for (const std::string& block : blocks) {
    INFO(block);
    CHECK(read(block) == destinations_in_html(block));
  }
}

TEST_CASE("A tag may go on behind the marks of a quote or list") {
  CHECK(read("> <div>\n> <a\n> href=\"b\">c</a>\n> </div>\n") == Lines{"a b"});
  CHECK(read("> text <a\n> href=\"b\">c</a> <img\n> src=d>\n") == Lines{"a b", "img d"});
  CHECK(read("- text <a\n  href=\"b\">c</a>\n- <div>\n  <img\n  src=d></div>\n") == Lines{"a b", "img d"});
  CHECK(read("text <!-- a\n<a href='b'>\n--> <a href='c'>d</a>\n") == Lines{"a c"});
}

TEST_CASE("Links in the label of an image are none, whoever wrote them") {
  CHECK(read("![a [b](c) d](e) [f](g)\n") == Lines{"img e", "a g"});
  CHECK(read("![a <a href='b'> ![c](d) <https://e.org>](f) [g](h)\n") == Lines{"img f", "a h"});
  CHECK(read("[![a](b)](c)\n") == Lines{"a c", "img b"});
}

TEST_CASE("An address in the label of a link is no link of its own") {
  CHECK(read("[www.e.com x](b) [c](d)\n") == Lines{"a b", "a d"});
  CHECK(read("[see a@b.org or https://e.com/f now](g) www.h.org\n") == Lines{"a g", "a http://www.h.org"});
  CHECK(read("[a@b.org<br>c](d)\n") == Lines{"a d"});
  CHECK(read("![see www.e.com x](b)\n") == Lines{"img b"});
  CHECK(read("[![a www.e.com](b) https://e.com c](d)\n") == Lines{"a d", "img b"});
}

TEST_CASE("The tag of any heading begins a block of HTML") {
  for (const char* const tag : {"h1", "h2", "H3", "h6 id=\"x\""}) {
    const std::string heading = "<" + std::string(tag) + ">";
    CHECK(read("text\n" + heading + "[a](b)\n[c](d) <a href='e'>f</a>\n\n[g](h)\n") == Lines{"a e", "a h"});
    CHECK(read("> " + heading + "[a](b)\n>\n> [c](d)\n") == Lines{"a d"});
    CHECK(read("text " + heading + "[a](b)\n") == Lines{"a b"});
  }
  CHECK(read("text\n<h7>[a](b)\n<h2o>[c](d)\n<h\n") == Lines{"a b", "a d"});
}

TEST_CASE("A heading or code below a table ends it") {
  CHECK(read("| a |\n|---|\n| [b](c) |\n```\n[d](e)\n```\n[f](g)\n") == Lines{"a c", "a g"});
  CHECK(read("| a |\n|---|\n| [b](c) |\n~~~\n[d](e)\n~~~\n") == Lines{"a c"});
  CHECK(read("a|b\n-|-\n[b](c)\n## [d](e) | [f](g) | [h](i)\n") == Lines{"a c", "a e", "a g", "a i"});
  CHECK(read("| a |\n|---|\n| `b` |\n    [c](d)\n") == Lines{"a d"});
}

TEST_CASE("Footnotes hold links and are none") {
  CHECK(read("a[^1]\n\n[^1]: b\n") == Lines{});
  CHECK(read("a[^1]\n\n[^1]: [b](c)\n") == Lines{"a c"});
  CHECK(read("a[^1]\n\n[^1]: https://b.org\n[^note]: [c](d)\n") == Lines{"a https://b.org", "a d"});
  CHECK(read("a[^1]\n\n[^1]:\n    [b](c)\n\n    [d](e)\n\n[f](g)\n") == Lines{"a c", "a e", "a g"});
  CHECK(read("> a[^1]\n>\n> [^1]: [b](c)\n") == Lines{"a c"});
  CHECK(read("```\n[^1]: [b](c)\n```\n") == Lines{});
  CHECK(read("a [^]: b [^1]: c\n\n[^]: d\n") == Lines{"a d"});
}

}  // namespace macrolint
