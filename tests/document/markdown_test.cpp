#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch.h"
#include "page/parse_page.h"

// What is read off a page, and where it stands. Every place is checked through the source text that it covers.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

const MacroClues words({"macro", "macros", "マクロ"});

struct Page {
  Source source;
  Document document;
};

Page parse(std::string text, Document::Syntax syntax = Document::Syntax::hugo) {
  Page page;
  page.source.path = "page.md";
  page.source.text = std::move(text);
  page.document = parse_page(page.source, syntax, words);
  return page;
}

std::string_view kind_name(Link::Kind kind) {
  switch (kind) {
    case Link::Kind::inline_link:
      return "inline";
    case Link::Kind::reference:
      return "reference";
    case Link::Kind::autolink:
      return "autolink";
    case Link::Kind::image:
      return "image";
    case Link::Kind::html:
      return "html";
  }
  return "";
}

/// `kind: label -> url @ destination as written | whole`.
Lines links_of(const std::string& text) {
  const Page page = parse(text);
  Lines lines;
  for (const Link& link : page.document.links) {
    lines.push_back(fmt::format("{}: {} -> {} @ {} | {}", kind_name(link.kind), page.source.slice(link.label), link.url,
                                page.source.slice(link.destination), page.source.slice(link.whole)));
  }
  return lines;
}

Lines addresses_of(const std::string& text) {
  const Page page = parse(text);
  Lines lines;
  for (const Address& address : page.document.addresses) {
    lines.emplace_back(page.source.slice(address.span));
  }
  return lines;
}

}  // namespace

TEST_CASE("Links are placed to the byte") {
  struct Row {
    std::string text;
    Lines links;
  };
  const std::vector<Row> rows = {
      {"See [a](b).", {"inline: a -> b @ b | [a](b)"}},
      {"---\ntitle: x\n---\n\nSee [a](b).", {"inline: a -> b @ b | [a](b)"}},
      {"[a]( <b c> 'title' )", {"inline: a -> b c @ b c | [a]( <b c> 'title' )"}},
      {"[a](b(c)d)", {"inline: a -> b(c)d @ b(c)d | [a](b(c)d)"}},
      {"[a](b\\)c)", {"inline: a -> b)c @ b\\)c | [a](b\\)c)"}},
      {"[a](?x=1&amp;y=2)", {"inline: a -> ?x=1&y=2 @ ?x=1&amp;y=2 | [a](?x=1&amp;y=2)"}},
      {"[a](b \"t)t\")", {"inline: a -> b @ b | [a](b \"t)t\")"}},
      {"[](b)", {"inline:  -> b @ b | [](b)"}},
      {"[a]()", {"inline: a ->  @  | [a]()"}},
      {"[`a]`](b)", {"inline: `a]` -> b @ b | [`a]`](b)"}},
      {"[**a** b](c)", {"inline: **a** b -> c @ c | [**a** b](c)"}},
      {"[[a]](b)", {"inline: [a] -> b @ b | [[a]](b)"}},
      {"[a\nb](c)", {"inline: a\nb -> c @ c | [a\nb](c)"}},
      {"[![i](j.png)](k)",
       {"inline: ![i](j.png) -> k @ k | [![i](j.png)](k)", "image: i -> j.png @ j.png | ![i](j.png)"}},
      {"[a][b]\n\n[b]: /c 'd'", {"reference: a -> /c @ /c | [a][b]"}},
      {"[a]\n\n[a]: </c d>", {"reference: a -> /c d @ /c d | [a]"}},
      {"<https://x.org/a>", {"autolink: https://x.org/a -> https://x.org/a @ https://x.org/a | https://x.org/a"}},
      {"at https://x.org/a.", {"autolink: https://x.org/a -> https://x.org/a @ https://x.org/a | https://x.org/a"}},
      {"[https://x.org](https://x.org)",
       {"inline: https://x.org -> https://x.org @ https://x.org | [https://x.org](https://x.org)"}},
      {"<a href=\"b\">c</a>", {"html: b -> b @ b | <a href=\"b"}},
      {"<p>\n<a class=x href='b?c&amp;d'>c</a>\n</p>",
       {"html: b?c&amp;d -> b?c&d @ b?c&amp;d | <a class=x href='b?c&amp;d"}},
      {"<img src=b.png alt=\"\">", {"html: b.png -> b.png @ b.png | <img src=b.png"}},
      {"- [a](b)\n- c\n\n| [d](e) |\n|--|\n| [f](g) |",
       {"inline: a -> b @ b | [a](b)", "inline: d -> e @ e | [d](e)", "inline: f -> g @ g | [f](g)"}},
      {"# [a](b) {#c}", {"inline: a -> b @ b | [a](b)"}},
      {"Grüße [ä](ö)", {"inline: ä -> ö @ ö | [ä](ö)"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(links_of(row.text) == row.links);
  }
}

TEST_CASE("Links are placed right where the parser itself is of little help") {
  struct Row {
    std::string text;
    Lines links;
  };
  const std::vector<Row> rows = {
      // An address runs through what it does not open.
      {"[https://e.com] (x) see [a](b)",
       {"autolink: https://e.com -> https://e.com @ https://e.com | https://e.com", "inline: a -> b @ b | [a](b)"}},
      {"|https://e.com|x|\n|---|---|\n|b|c|",
       {"autolink: https://e.com -> https://e.com @ https://e.com | https://e.com"}},
      {"<https://a.b/?x&amp;y>",
       {"autolink: https://a.b/?x&amp;y -> https://a.b/?x&y @ https://a.b/?x&amp;y | https://a.b/?x&amp;y"}},
      // A destination on a line of its own in a quote.
      {"> [a](\n> b\n> \"t\" )", {"inline: a -> b @ b | [a](\n> b\n"}},
      // A reference with a remark in parentheses behind it.
      {"[r](not a link)\n\n[r]: /c", {"reference: r -> /c @ /c | [r]"}},
      {"[a][r\\]]\n\n[r\\]]: /c", {"reference: a -> /c @ /c | [a][r\\]]"}},
      // A definition with escapes is not the place of the use.
      {"[r]\n\n[r]: /c\\_d", {"reference: r -> /c_d @  | [r]"}},
      {"[mail](mailto:a@b.org) [a@b.org](mailto:a@b.org)",
       {"inline: mail -> mailto:a@b.org @ mailto:a@b.org | [mail](mailto:a@b.org)",
        "inline: a@b.org -> mailto:a@b.org @ mailto:a@b.org | [a@b.org](mailto:a@b.org)"}},
      {"[a@b.org](mailto:a\\@b.org) ![a@b.org][c\\_d]\n\n[c\\_d]: mailto:a\\@b.org",
       {"inline: a@b.org -> mailto:a@b.org @ mailto:a\\@b.org | [a@b.org](mailto:a\\@b.org)",
        "image: a@b.org -> mailto:a@b.org @  | ![a@b.org][c\\_d]"}},
      // Brackets that are no link's.
      {"[a@b.org](two words) [www.c.org] [d][e]",
       {"autolink: a@b.org -> mailto:a@b.org @ a@b.org | a@b.org",
        "autolink: www.c.org -> http://www.c.org @ www.c.org | www.c.org"}},
      {"[<https://e.com>](b)",
       {"inline: <https://e.com> -> b @ b | [<https://e.com>](b)",
        "autolink: https://e.com -> https://e.com @ https://e.com | https://e.com"}},
      {"[a][b [c](d)\n\n[a]: /e", {"reference: a -> /e @ /e | [a]", "inline: c -> d @ d | [c](d)"}},
      // Only an autolink in angle brackets may hold a bracket.
      {"<https://e.com/?a]b>",
       {"autolink: https://e.com/?a]b -> https://e.com/?a]b @ https://e.com/?a]b | https://e.com/?a]b"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(links_of(row.text) == row.links);
  }
}

TEST_CASE("Links in code, comments and escapes are none") {
  for (const std::string text : {"`[a](b)`", "```\n[a](b)\n```", "    [a](b)", "<!-- [a](b) <a href='b'> -->",
                                 "<!--\n<a href='b'>\n-->", "\\[a](b)", "[a]: b"}) {
    INFO(text);
    CHECK(links_of(text).empty());
  }
}

TEST_CASE("A shortcode in a destination is left to Hugo") {
  const Page page = parse("[a]({{< ref \"b c\" >}}) and [d](e)");
  REQUIRE(page.document.links.size() == 2);
  CHECK(page.document.links[0].has_shortcode);
  CHECK(page.source.slice(page.document.links[0].destination) == "{{< ref \"b c\" >}}");
  CHECK_FALSE(page.document.links[1].has_shortcode);
}

TEST_CASE("An address that touches a shortcode is placed where it stands") {
  const Page page = parse("a [b]\n\nc@d.org{{< e >}} f");
  REQUIRE(page.document.links.size() == 1);
  CHECK(page.document.links[0].has_shortcode);
  CHECK(page.source.slice(page.document.links[0].whole) == "c@d.org{{< e >}}");
}

TEST_CASE("Shortcode tags are told apart") {
  const Page page =
      parse("{{% alert title=\"a >}} b\" %}}\n{{% /alert %}}\n{{< figure src=x />}}\n{{</* no */>}}\n{{< open\n");
  using Form = ShortcodeTag::Form;
  std::vector<Form> forms;
  Lines names;
  for (const ShortcodeTag& tag : page.document.shortcodes) {
    forms.push_back(tag.form);
    names.emplace_back(page.source.slice(tag.name));
  }
  CHECK(forms ==
        std::vector<Form>{Form::opening, Form::closing, Form::self_closing, Form::comment, Form::unterminated});
  CHECK(names == Lines{"alert", "alert", "figure", "no", "open"});
}

TEST_CASE("Front matter is found in all of Hugo's formats") {
  using Format = FrontMatter::Format;
  struct Row {
    std::string text;
    Format format;
    std::string content;
  };
  const std::vector<Row> rows = {
      {"---\na: b\n---\ntext", Format::yaml, "a: b\n"},
      {"---\r\na: b\r\n---\r\ntext", Format::yaml, "a: b\r\n"},
      {"\xEF\xBB\xBF---\na: b\n---\n", Format::yaml, "a: b\n"},
      {"---\n---\n", Format::yaml, ""},
      {"+++\na = 1\n+++\n", Format::toml, "a = 1\n"},
      {"{\"a\": \"}\"}\ntext", Format::json, "{\"a\": \"}\"}"},
      {"text\n---\na\n---\n", Format::none, ""},
      {"{{% alert %}}", Format::none, ""},
      {"", Format::none, ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Page page = parse(row.text);
    CHECK(page.document.front_matter.format == row.format);
    CHECK(page.source.slice(page.document.front_matter.content) == row.content);
    CHECK(page.document.front_matter.defect == FrontMatter::Defect::none);
  }
  CHECK(parse("---\na: b\n").document.front_matter.defect == FrontMatter::Defect::unterminated);
}

TEST_CASE("Addresses are found wherever people write them") {
  CHECK(addresses_of("Write to a@x.org, b@x.org. Or `c@x.org`!") == Lines{"a@x.org", "b@x.org", "c@x.org"});
  CHECK(addresses_of("<d@x.org> [mail](mailto:e@x.org?subject=Hi)") == Lines{"d@x.org", "e@x.org"});
  CHECK(addresses_of("<p>f@x.org <a href=\"mailto:g@x.org\">us</a></p>") == Lines{"f@x.org", "g@x.org"});
  CHECK(addresses_of("メールはh@x.orgへ") == Lines{"h@x.org"});
  CHECK(addresses_of("| i@x.org |\n|---|\n| j@x.org |") == Lines{"i@x.org", "j@x.org"});
  CHECK(addresses_of("Mistyped: k@@x.org l@x..org m@x,org") == Lines{"k@@x.org", "l@x..org", "m@x,org"});
}

TEST_CASE("Other things with an @ are no addresses") {
  for (const std::string text :
       {"@name", "name@", "git@x.org:group/project.git", "as git@x.org", "ssh://git@x.org/a", "[you]@x.org",
        "Ask {name}-admin@x.org", "`npm i pkg@1`", "```\na@x.org\n```", "<!-- a@x.org -->"}) {
    INFO(text);
    CHECK(addresses_of(text).empty());
  }
}

}  // namespace macrolint
