#include <chrono>
#include <string>
#include <vector>

#include "catch.h"
#include "html/html_structure.h"
#include "liquid/liquid.h"

// The structure of HTML in comments: what is reported, and at which part of the text.
namespace macrolint {

namespace {

using Findings = std::vector<std::string>;

std::vector<HtmlProblem> problems_of(const std::string& html) { return check_html(blank_liquid(html), html, 0); }

/// The parts of the text that are reported.
Findings findings_of(const std::string& html) {
  Findings findings;
  for (const HtmlProblem& problem : problems_of(html)) {
    findings.push_back(html.substr(problem.span.begin, problem.span.size()));
  }
  return findings;
}

Findings messages_of(const std::string& html) {
  Findings messages;
  for (const HtmlProblem& problem : problems_of(html)) {
    messages.push_back(problem.message);
  }
  return messages;
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int number = 0; number < count; ++number) {
    all += text;
  }
  return all;
}

/// `before 0 after`, `before 1 after` and so on.
std::string numbered(const std::string& before, const std::string& after, int count) {
  std::string all;
  for (int number = 0; number < count; ++number) {
    all += before + std::to_string(number) + after;
  }
  return all;
}

}  // namespace

TEST_CASE("HTML that browsers show as it is meant has no findings") {
  const std::string html = GENERATE(values<std::string>({
      "",
      "no tags at all, 1 < 2 and a <- b",
      "<p>One</p><p>Two</p>",
      // End tags that may be left out.
      "<p>One<p>Two",
      "<div><p>One</div>",
      "<ul><li>One<li>Two</ul>",
      "<dl><dt>Term<dd>Meaning</dl>",
      "<table><tr><th>Name<td>Value<tr><th>Name<td>Value</table>",
      "<table><caption>Prices<thead><tr><th>Name<tbody><tr><td>Value</table>",
      "<select><option>One<option>Two</select>",
      "<ruby>a<rt>b</ruby>",
      // Nesting.
      "<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>",
      "<ol><li>One<ol><li>Inner</ol><li>Two</ol>",
      "<b><i><u>text</u></i></b>",
      "<b>one<b>two</b></b>",
      "<a href=\"https://example.com/\"><div>block</div></a>",
      "<blockquote><p>quoted</p></blockquote>",
      "<table><tbody><tr><td><table><tr><td>inner</td></tr></table></td></tr></tbody></table>",
      // Elements without content.
      "one<br>two<br/>three<br />four<hr><wbr>",
      "<img src=\"https://example.com/a.png\" alt=\"a > b\">",
      "<p><input type=checkbox disabled></p>",
      "<svg><path d=\"M0 0\"/><g><circle r=\"1\"/></g></svg>",
      // Case, white space, attributes.
      "<P>One</P><UL><LI>Two</UL>",
      "<B>one</b>",
      "<p >one</p >",
      "<a\n  href='x'\r\n  title=\"y\"\r\n>one</a\n>\r\n<b>two</b>",
      "<a href=https://example.com/>one</a>",
      "<p class=\"</b>\">one</p>",
      // Entities, comments, text that is not HTML.
      "a &lt;b&gt; &amp; &nbsp; &unknown; &",
      "<!-- <b> </i> <spam> -->one<!---->",
      "<!DOCTYPE html><p>one",
      "<html><head><title>a </b></title></head><body><p>one</p></body></html>",
      "<style>p > b { color: red }</style><script>if (a < b) { c(\"</b>\") }</script>",
      "<textarea></b><p></textarea>",
      "</ b> is a comment",
      // Elements that Zendesk drops while it keeps their text, and younger ones.
      "<o:p>one</o:p><my-button>two</my-button>",
      "<x-a>one<x-b></x-b></x-a>",
      "<picture><img src=a></picture>",
      "<o:p><b>one</o:q>two</b></o:p>",
      "<form><input></form>",
      "<p>one<template><b>two</b></template></p>",
      "<math><mi>x</mi></math>",
      // Liquid; of branches the first is read.
      "<p class=\"{{ ticket.status | append: \"<b>\" }}\">one</p>",
      "<a {% if ticket.id %}href=\"a\"{% else %}href='b'{% endif %}>one</a>",
      "{% if ticket.id %}<ul>{% else %}<ol>{% endif %}<li>one{% if ticket.id %}</ul>{% else %}</ol>{% endif %}",
      "<table>{% for comment in ticket.comments %}<tr><td>{{comment.value}}</td></tr>{% endfor %}</table>",
  }));
  INFO(html);
  CHECK(messages_of(html).empty());
}

TEST_CASE("HTML that browsers have to repair has findings") {
  struct Case {
    std::string html;
    Findings findings;
  };
  const Case example = GENERATE(values<Case>({
      // Not closed, or too late.
      {"<b>one", {"<b>"}},
      {"<p>one <b>two</p>", {"<b>"}},
      {"<p>one <b>two</p><p>three</b></p>", {"<b>"}},
      {"<div><span>one</div>", {"<span>"}},
      {"<div>one", {"<div>"}},
      {"<div/>one", {"<div/>"}},
      {"<ul><li>one", {"<ul>"}},
      {"<b>one</b><b>two<b>", {"<b>", "<b>"}},
      {"<h1>one<h2>two</h2></h1>", {"<h1>"}},
      {"<a href=1>one<a href=2>two</a>", {"<a href=1>"}},
      {"<script>one", {"<script>"}},
      // In the wrong order.
      {"<b><i>one</b></i>", {"<i>"}},
      {"<b><i>one</b>two</i>", {"<i>"}},
      {"<span><b>one</span></b>", {"<b>"}},
      {"<b><p>one</b></p>", {"<b>"}},
      {"text <b><p>one</b>two</p>", {"<b>"}},
      // Closes nothing.
      {"one</b>", {"</b>"}},
      {"one</b>two</b>", {"</b>", "</b>"}},
      {"</div>one", {"</div>"}},
      {"</b>one<b>", {"</b>", "<b>"}},
      {"<p>one<ul><li>two</ul></p>", {"</p>"}},
      {"<br>one</br>", {"</br>"}},
      {"<img src=a></img>", {"</img>"}},
      {"<h1>one</h2>", {"<h1>", "</h2>"}},
      // Unknown.
      {"<spam>one</spam>", {"<spam>"}},
      {"<p>one <b1>two</b1></p>", {"<b1>"}},
      {"<b><desc>one</b>", {"<desc>"}},
      {"Write to <help@example.com>.", {"<help@example.com>"}},
      {"See <https://example.com/a> now", {"<https://example.com/a>"}},
      // No `>`, or no quote.
      {"one <a href=\"x", {"<a href=\"x"}},
      {"one <a href='x", {"<a href='x"}},
      {"one <a href=x", {"<a href=x"}},
      {"one <a", {"<a"}},
      {"<b>one</b", {"<b>", "</b"}},
      {"<b>one</b <i>two</i>", {"</b "}},
      {"<a href=\"x\" <b>one</b></a>", {"<a href=\"x\" "}},
      {"<b<i>one</i>", {"<b"}},
      {"<a href=\"x>one</a> <a href=\"y\">two</a>", {"<a href=\"x>one"}},
      // Outside of what they belong in.
      {"<tr><td>one</td></tr>", {"<tr>", "<td>"}},
      {"<form><form></form></form>", {"<form>"}},
      {"<div><form>one</div></form>", {"<form>"}},
      {"<form>one", {"<form>"}},
      {"<o:p><b>one</o:q></b>two</b>", {"</b>"}},
  }));
  INFO(example.html);
  CHECK(findings_of(example.html) == example.findings);
}

TEST_CASE("Messages say what was expected") {
  CHECK(messages_of("<b>one") == Findings{"`<b>` is never closed; expected `</b>` behind it."});
  CHECK(messages_of("<p><b>one</p>") == Findings{"`<b>` is not closed before `</p>`; expected `</b>` in between."});
  CHECK(messages_of("<h1>one<h2 id=a>two</h2>") ==
        Findings{"`<h1>` is not closed before `<h2 id=a>`; expected `</h1>` in between."});
  CHECK(messages_of("<b>one<p>two</b></p>") ==
        Findings{"`<b>` overlaps with an element that begins inside it; close the inner element first."});
  CHECK(messages_of("one</b>") == Findings{"`</b>` closes nothing: no `<b>` is open here."});
  CHECK(messages_of("<p>one<hr></p>") == Findings{"`</p>` closes nothing: no `<p>` is open here. A list, table, "
                                                  "heading or other block ends the paragraph."});
  CHECK(messages_of("<a href=\"{{ticket.url}}") ==
        Findings{"The tag `<a href=\"{{ticket.url}}` does not end; expected `>`, with every quote before it closed."});
  CHECK(messages_of("<a@example.com>") ==
        Findings{"`<a@example.com>` is taken for a tag and not shown; write `&lt;` for `<` and `&gt;` for `>`."});
  CHECK(messages_of("<td>one") ==
        Findings{"`<td>` does not fit here and is dropped; expected it inside an element that takes it."});

  const std::vector<HtmlProblem> unknown = problems_of("<Spam>one</Spam>");
  REQUIRE(unknown.size() == 1);
  CHECK(unknown.front().message == "HTML has no element `spam`.");
  CHECK(unknown.front().nearest == "span");
}

TEST_CASE("Spans count from where the text stands in its file") {
  const std::vector<HtmlProblem> problems = check_html("one\r\n</b>", "one\r\n</b>", 100);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().span == Span{105, 109});
}

TEST_CASE("HTML as large as a comment may be is checked") {
  CHECK(findings_of(repeated("<b>a</b>", 500)).empty());
  CHECK(findings_of(repeated("<div>", 500) + repeated("</div>", 500)).empty());
  CHECK(findings_of("<p>" + std::string(64 * 1024 - 3, 'a')).empty());
  CHECK(findings_of(repeated("<b>", 1000)).size() == 50);
}

TEST_CASE("HTML that is too large to be checked is one finding") {
  struct Case {
    std::string name;
    std::string html;
    std::string message;
  };
  const std::string too_many =
      "The HTML has more than 1,000 tags and was not checked. Write a simpler or shorter comment.";
  const std::string too_long = "The HTML is longer than 64 kB and was not checked. Write a shorter comment.";
  const std::string too_open =
      "The HTML leaves so many elements open that it was not checked. Close each element before the paragraph around "
      "it ends.";
  const Case example = GENERATE_COPY(
      Case{"1,001 tags", repeated("<b>", 1001), too_many}, Case{"100,000 tags", repeated("<div>", 100'000), too_long},
      Case{"60 kB of formatting elements", numbered("<b id=", ">", 5'000) + repeated("<p>", 3'000), too_many},
      Case{"one byte too long", "<p>" + std::string(64 * 1024 - 2, 'a'), too_long},
      Case{"formatting elements for each paragraph", "<p>" + numbered("<b id=", ">", 499) + repeated("<p>a", 500),
           too_open},
      Case{"attributes for each paragraph", "<p><b" + numbered(" a", "", 8'000) + ">" + repeated("<p>a", 900),
           too_open});
  INFO(example.name);
  const auto begin = std::chrono::steady_clock::now();
  CHECK(messages_of(example.html) == Findings{example.message});
  CHECK(findings_of(example.html) == Findings{"<"});
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("Hostile HTML within the bounds is read in time") {
  const std::string html = GENERATE(
      // The quadratic cases of the tree builder: end tags that overlap, long tags, and the same with one long value.
      numbered("<b id=", "><div>", 240) + repeated("</b>", 500), numbered("<a id=", "><div>", 450),
      "<p><b" + std::string(60'000, ' ') + ">" + repeated("<p>a", 900), "<b" + numbered(" a", "", 9'000) + ">",
      repeated("<table><tr><td>", 330), repeated("<button><b>", 490), repeated("&", 60'000) + "<b>",
      repeated("</", 990), repeated("<!--", 16'000) + "<b>");
  INFO(html.substr(0, 30));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(problems_of(html).size() <= 50);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("Blank HTML shows nothing to a reader") {
  const std::string blank = GENERATE(values<std::string>(
      {"", " \r\n\t", "<p></p>", "<p>&nbsp;</p>", "<p>&#160;&#xa0;\xC2\xA0</p>", "<br>", "<!-- text -->", "<!-- text",
       "<p><b> </b><br/></p>", "<!-- one --><div>\n<!-- two --></div>", "</b>", "<spam>"}));
  INFO(blank);
  CHECK(is_blank_html(blank));

  const std::string shown = GENERATE(values<std::string>(
      {"a", "<p>a</p>", "<img src=a>", "<hr>", "&amp;", "<p>&#8203;</p>", "<ul><li>a", "a</b>", "<", "1 <",
       "{{ticket.id}}", "<a href=\"x>a</a>", "<a href=x", "<IFRAME src=a></IFRAME>", "<video></video>"}));
  INFO(shown);
  CHECK_FALSE(is_blank_html(shown));
}

TEST_CASE("HTML that is too large to be parsed is not blank, white space is") {
  CHECK(is_blank_html(std::string(100'000, ' ')));
  CHECK_FALSE(is_blank_html(repeated("<p></p>", 1'000)));
  CHECK_FALSE(is_blank_html("<p>" + std::string(100'000, ' ')));
}

}  // namespace macrolint
