#include "site/anchors.h"

#include <string>
#include <vector>

#include "catch.h"
#include "page/anchor_ids.h"
#include "site/small_site.h"

namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

Lines ids_on(const Site& site, const SitePage& page) {
  const auto& ids = site.anchors(page).ordered();
  return {ids.begin(), ids.end()};
}

/// The ids of a page with that text.
Lines ids_of(const std::string& text) {
  const auto project = read_small_site("-- site/content/a.md --\n" + text + "\n");
  const Site& site = project->sites.front();
  return ids_on(site, *site.page_at("/a/"));
}

}  // namespace

TEST_CASE("The text of a heading becomes its id") {
  struct Example {
    const char* heading;
    const char* id;
  };
  const auto example = GENERATE(
      Example{"Plain Text", "plain-text"}, Example{"a-b_c", "a-b_c"}, Example{"C++ & C#", "c--c"},
      Example{"double  space", "double--space"}, Example{"-ends-", "-ends-"}, Example{"  trimmed\t", "trimmed"},
      Example{"tab\tbetween", "tabbetween"}, Example{"a\u00a0b", "ab"}, Example{"1.2 (x)", "12-x"},
      Example{"Gr\u00f6\u00dfe", "gr\u00f6\u00dfe"}, Example{"\u0130I", "ii"}, Example{"\u1e9e", "\u00df"},
      Example{"\u4e2d\u6587 \u6807\u9898", "\u4e2d\u6587-\u6807\u9898"},
      Example{"\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u0928\u0926"}, Example{"\u00bd \u00b2 \u2167", "--"},
      Example{"\u0663", "\u0663"}, Example{"Cafe\u0301", "cafe"}, Example{"\U0001f389 x", "-x"},
      Example{":smile: :+1:", "smile-1"}, Example{"[a](/b/c)", "abc"}, Example{"*a* `b`", "a-b"},
      Example{"<b>x</b>", "bxb"}, Example{"&amp;", "amp"}, Example{"\\#", ""}, Example{"", ""});
  INFO(example.heading);
  std::string id;
  append_heading_id(example.heading, id);
  CHECK(id == example.id);
}

TEST_CASE("The ids of a page are numbered in one go") {
  struct Example {
    const char* text;
    Lines ids;
  };
  const auto example =
      GENERATE(Example{"# x\n# x\n# x-1\n# x\n# x-2", {"x", "x-1", "x-1-1", "x-2", "x-2-1"}},
               Example{"## !!!\n##\n## heading\n# heading-1", {"heading", "heading-1", "heading-2", "heading-1-1"}},
               Example{"# Taken\n# Other {#taken}\n# taken", {"taken", "taken", "taken-1"}},
               Example{"# x {#x-1}\n# x\n# x", {"x-1", "x", "x-2"}}, Example{"a\nb\n---\n\nc\n===", {"b", "c"}},
               Example{"- # in list\n\n> # in quote", {"in-list", "in-quote"}},
               Example{"```\n# code\n```\n\n    # code\n\n<!--\n# comment\n-->", {}},
               Example{"<a name=\"x\"></a>\n\n# x\n\n<p ID='y&amp;z'>", {"x", "x", "y&z"}},
               Example{"| a |\n|---|\n| 1 |\n# b\n\n| a |\n|---|\n## c", {"b", "c"}},
               Example{"> | a |\n> |---|\r\n> | 1 |\n> # b\n\n- | a |\n  |---|\n  | 1 |\n  # c", {"b", "c"}},
               Example{"| a |\n|---|\n| 1 |\n#b\n####### c\n     # d", {}},
               Example{"| a |\n|---|\n1\n## b {.c}\n\na|b\n-|-\nc\n### d ##", {"b", "d"}},
               Example{"| a |\n|---|\n| 1 |\n```\n# b\n```\n# c", {"c"}},
               Example{"<template><a name=\"x\"></a></template>\n", {}}, Example{"`<a name=\"x\">`\n", {}},
               Example{"# a {{% b %}} c", {"a--c"}}, Example{"# a {{< b >}} c\n# d", {"d"}},
               Example{"<a name=\"{{% b %}}\"></a>", {}}, Example{"# {{</* b */>}}", {"-b-"}});
  INFO(example.text);
  CHECK(ids_of(example.text) == example.ids);
}

TEST_CASE("Attributes give ids to headings and blocks") {
  struct Example {
    const char* text;
    Lines ids;
  };
  const auto example = GENERATE(
      Example{"# a {#b}", {"b"}}, Example{"# a {#b .c}  ", {"b"}}, Example{"# a {.c #b}", {"b"}},
      Example{"# a {#b} ##", {"b"}}, Example{"# a ## {#b}", {"b"}}, Example{"# a{#b}", {"b"}},
      Example{"a {#b}\n===", {"b"}}, Example{"# a {id=\"b\"}", {"b"}}, Example{"# a {id=b}", {"b"}},
      Example{"# a {data-x=\"1\" #b}", {"b"}}, Example{"# a {#B.\u00fc:1}", {"B.\u00fc:1"}}, Example{"# a {.c}", {"a"}},
      Example{"# a {}", {"a"}}, Example{"# a {#}", {}}, Example{"# a {#b", {"a-b"}}, Example{"# a {#b} c", {"a-b-c"}},
      Example{"# a {#b} {#c}", {"c"}}, Example{"# a {not this}", {"a-not-this"}}, Example{"# a \\{#b}", {"a-b"}},
      Example{"# a `{#b}`", {"a-b"}}, Example{"text\n{#b}", {"b"}}, Example{"text\n   {.c #b}", {"b"}},
      Example{"text\n\n{#b}", {}}, Example{"text {#b} text", {}}, Example{"- item\n{#b}", {"b"}},
      Example{"- item\n  {#b}", {}}, Example{"- item {#b}", {}}, Example{"> quote\n{#b}", {"b"}},
      Example{"| a |\n|---|\n| 1 |\n{#b}", {"b"}}, Example{"***\n{#b}", {"b"}}, Example{"***\n\n{#b}", {}},
      Example{"# a\n{#b}", {"a"}}, Example{"a\n---\n{#b}", {"a"}}, Example{"```\ncode\n```\n{#b}", {}});
  INFO(example.text);
  CHECK(ids_of(example.text) == example.ids);
}

TEST_CASE("An included text brings its ids along") {
  const auto project = read_small_site(R"(-- site/content/a.md --
# x

{{% include "b.md" %}}

# x

text {{% include "b.md" %}}

{{% include "/c.md" %}}
-- site/assets/b.md --
# x
# y
-- site/assets/c.md --
{{% include "b.md" %}}
)");
  const Site& site = project->sites.front();
  CHECK(ids_on(site, *site.page_at("/a/")) == Lines{"x", "x-1", "y", "x-2", "y-1"});
}

}  // namespace macrolint
