#include "site/redirects.h"

#include <string>
#include <vector>

#include "catch.h"
#include "site/follow_redirects.h"
#include "site/small_site.h"

namespace macrolint {

namespace {

Source source_of(std::string text) {
  Source source;
  source.text = std::move(text);
  return source;
}

}  // namespace

TEST_CASE("Redirects are read line by line") {
  const Source source = source_of(R"(# Moved - remove 2026-02-03
/a /b
  /c/	/d/  301
# and a note
/e https://x.org/y 302! # why

/f /g
{{ range .Pages }}/h /i{{ end }}
/j /k 200
/l /m 404
/n /o # a comment
/p
q /r
/s t
/u /v id=:id
# REMOVE after 2026-02-04, or 2026-02-05
/w /x)");
  const std::vector<Redirect> redirects = read_redirects(source);
  std::vector<std::string> lines;
  for (const Redirect& redirect : redirects) {
    lines.push_back(std::string(redirect.from) + " " + std::string(redirect.to) + " " +
                    std::string(redirect.remove_after));
  }
  CHECK(lines == std::vector<std::string>{"/a /b 2026-02-03", "/c/ /d/ 2026-02-03", "/e https://x.org/y 2026-02-03",
                                          "/f /g ", "/n /o ", "/w /x 2026-02-04"});
  CHECK(source.slice(redirects.at(1).place.span) == "/c/\t/d/");
}

TEST_CASE("The first redirect that fits a path counts") {
  const Source source = source_of(R"(/a /one
/a /two
/s/exact /three
/s/* /four/:splat
/s/late /never
/:year/x/:name /five/:name/:year
/t/*.html /six/:splat/
/u:v /seven
/w/* /eight
)");
  Redirects redirects;
  redirects.add(read_redirects(source));
  struct Example {
    const char* path;
    const char* target;
  };
  const auto example = GENERATE(
      Example{"/a", "/one"}, Example{"/a/", "/one"}, Example{"/A", ""}, Example{"/a/b", ""},
      Example{"/s/exact", "/three"}, Example{"/s/1/2", "/four/1/2"}, Example{"/s/", "/four/"}, Example{"/s", "/four/"},
      Example{"/s/late", "/four/late"}, Example{"/2020/x/y", "/five/y/2020"}, Example{"/2020/x/y/", "/five/y/2020"},
      Example{"/2020/x/y/z", ""}, Example{"/2020/x", ""}, Example{"/t/a/b.html", "/six/a/b/"}, Example{"/t/a.htm", ""},
      Example{"/u:v", "/seven"}, Example{"/ux", ""}, Example{"/w/:splat", "/eight"}, Example{"", ""}, Example{"/", ""});
  INFO(example.path);
  const auto match = redirects.find(example.path);
  CHECK((match.has_value() ? match->target : "") == example.target);
}

TEST_CASE("Redirects are followed to their end") {
  const auto project = read_small_site(R"(-- site/content/here.md --
---
aliases: [/alias, "/alias two/"]
---
-- site/content/draft.md --
---
draft: true
aliases: /draft-alias
---
-- site/static/file.pdf --
-- site/layouts/index.redirects --
/one /here/
/two /one
/three /two#part
/to-alias /alias/
/file /file.pdf
/out https://x.org/y
/host //x.org/y
/loop-a /loop-b
/loop-b /loop-a
/self /self/
/grow/* /grow/x/:splat
/nowhere /nothing/
/here /elsewhere
/q?x /here
)");
  const Site& site = project->sites.front();
  struct Example {
    const char* path;
    const char* target;
    bool loops;
    bool by_alias;
  };
  const auto example =
      GENERATE(Example{"/one", "/here/", false, false}, Example{"/two/", "/here/", false, false},
               Example{"/three", "/here/", false, false}, Example{"/alias/", "/here/", false, true},
               Example{"/alias two", "/here/", false, true}, Example{"/to-alias", "/here/", false, false},
               Example{"/file", "/file.pdf", false, false}, Example{"/out", "https://x.org/y", false, false},
               Example{"/host", "https://x.org/y", false, false}, Example{"/loop-a", "/loop-a", true, false},
               Example{"/self", "/self/", true, false}, Example{"/q?x", "/here", false, false});
  INFO(example.path);
  const auto route = follow_redirects(site, example.path);
  REQUIRE(route.has_value());
  CHECK(route->target == example.target);
  CHECK(route->loops == example.loops);
  CHECK((route->first == nullptr) == example.by_alias);
  for (const char* path : {"/here", "/here/", "/nowhere", "/nothing", "/draft-alias", "//x.org/y"}) {
    INFO(path);
    CHECK_FALSE(follow_redirects(site, path).has_value());
  }
  CHECK(follow_redirects(site, "/grow/").value().loops);
}

}  // namespace macrolint
