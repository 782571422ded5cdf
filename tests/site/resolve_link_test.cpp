#include <string>
#include <vector>

#include "catch.h"
#include "site/small_site.h"

// What the comparison with a real build cannot show: folders that are no sites, and sites with other addresses.
namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("In a folder of plain documents paths are files") {
  SmallSiteOptions plain;
  plain.kind = DocumentSet::Kind::plain;
  plain.base_urls.clear();
  const auto project = read_small_site(R"(-- site/a.md --
# Here

[](b/c.md) [](b/c.md#there) [](b/c.md#gone) [](./b/c.md) [](b/../a.md) [](b/) [](b) [](b/d.pdf) [](b/e.pdf)
[](B/c.md) [](b/c) [](#here) [](#gone) [](/b/c.md) [](/outside.md) [](../outside.md) [](./../outside.md)
[](b/../../outside.md) [](b%20c.md) [](https://example.org/b/c.md) [](f.md?x#y) [](./)
-- site/b/c.md --
# There

[](../a.md#here) [](../../outside.md) [](d.pdf) [](../gone.md) [](..)
-- site/b/d.pdf --
-- site/b c.md --
)",
                                       plain);
  CHECK(resolved_links(*project, "site/a.md") == Lines{"b/c.md -> /b/c.md present",
                                                       "b/c.md#there -> /b/c.md#there present",
                                                       "b/c.md#gone -> /b/c.md#gone missing_anchor",
                                                       "./b/c.md -> /b/c.md present",
                                                       "b/../a.md -> /a.md present",
                                                       "b/ -> /b/ present",
                                                       "b -> /b present",
                                                       "b/d.pdf -> /b/d.pdf present",
                                                       "b/e.pdf -> /b/e.pdf missing_file",
                                                       "B/c.md -> /B/c.md missing_page",
                                                       "b/c -> /b/c missing_page",
                                                       "#here -> /a.md#here present",
                                                       "#gone -> /a.md#gone missing_anchor",
                                                       "/b/c.md -> /b/c.md present",
                                                       "/outside.md -> /outside.md unknown",
                                                       "../outside.md ->  unknown",
                                                       "./../outside.md ->  unknown",
                                                       "b/../../outside.md ->  unknown",
                                                       "b%20c.md -> /b c.md present",
                                                       "https://example.org/b/c.md ->  external",
                                                       "f.md?x#y -> /f.md#y missing_page",
                                                       "./ -> / present"});
  CHECK(resolved_links(*project, "site/b/c.md") == Lines{"../a.md#here -> /a.md#here present",
                                                         "../../outside.md ->  unknown", "d.pdf -> /b/d.pdf present",
                                                         "../gone.md -> /gone.md missing_page", ".. -> / present"});
}

TEST_CASE("A site below a path of its host has nothing beside it") {
  SmallSiteOptions options;
  options.base_urls = {"https://a.org/docs/", "https://b.org/docs"};
  options.former_base_urls = {"https://old.org"};
  const auto project = read_small_site(R"(-- site/content/x.md --
[](/x/) [](/docs/x/) [](/docs2/x/) [](../x/) [](/docs) [](https://a.org/docs/x/) [](https://a.org/docs2/x/)
[](https://A.org/docs/gone/) [](https://b.org/docs/x/) [](https://old.org/docs/x/) [](https://old.org/docs/gone/)
[](https://old.org/guide/x/) [](//a.org/docs/x/) [](ftp://a.org/docs/x/) [](?) [](?q#y) <a href="?q#y">x</a>
)",
                                       options);
  CHECK(resolved_links(*project, "site/content/x.md") ==
        Lines{"/x/ -> /x/ present", "/docs/x/ -> /x/ present", "/docs2/x/ ->  external", "../x/ -> /x/ present",
              "/docs -> / present", "https://a.org/docs/x/ -> /x/ present", "https://a.org/docs2/x/ ->  external",
              "https://A.org/docs/gone/ -> /gone/ missing_page", "https://b.org/docs/x/ -> /x/ present",
              "https://old.org/docs/x/ -> /x/ present", "https://old.org/docs/gone/ ->  external",
              "https://old.org/guide/x/ ->  external", "//a.org/docs/x/ -> /x/ present",
              "ftp://a.org/docs/x/ ->  external", "? -> / present", "?q#y -> /#y present",
              "?q#y -> /x/#y missing_anchor"});
}

TEST_CASE("Hugo's own shortcodes name pages") {
  const auto project = read_small_site(R"(-- site/content/x.md --
[]({{< ref "page" >}}) []({{< relref "deep/page.md#a" >}}) []({{% ref "/deep/page#gone" %}}) []({{< ref "twice" >}})
[]({{< ref "none.md" >}}) []({{< ref "#x" >}}) []({{< other "page" >}}) [](/a/{{< b >}})
-- site/content/deep/page.md --
# a
-- site/content/one/twice.md --
-- site/content/two/twice.md --
)");
  const Lines lines = resolved_links(*project, "site/content/x.md");
  REQUIRE(lines.size() == 8);
  const Lines ends = {"-> /deep/page/ present",
                      "-> /deep/page/#a present",
                      "-> /deep/page/#gone missing_anchor",
                      "-> twice missing_page",
                      "-> none.md missing_page",
                      "-> /x/#x missing_anchor",
                      "->  unknown",
                      "->  unknown"};
  for (std::size_t index = 0; index < lines.size(); ++index) {
    INFO(lines[index]);
    CHECK(lines[index].substr(lines[index].find("->")) == ends[index]);
  }
}

}  // namespace macrolint
