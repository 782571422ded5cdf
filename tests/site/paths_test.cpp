#include <string>
#include <vector>

#include "catch.h"
#include "site/content_path.h"
#include "site/small_site.h"

namespace macrolint {

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("The place of a file among the content says what it is") {
  using Kind = ContentPath::Kind;
  struct Example {
    const char* path;
    Kind kind;
    const char* key;
    const char* address;
  };
  const auto example = GENERATE(
      Example{"a/b.md", Kind::page, "/a/b", "/a/b/"}, Example{"a/index.md", Kind::leaf, "/a", "/a/"},
      Example{"a/_index.md", Kind::branch, "/a", "/a/"}, Example{"_index.md", Kind::branch, "/", "/"},
      Example{"b.markdown", Kind::page, "/b", "/b/"}, Example{"b.html", Kind::page, "/b", "/b/"},
      Example{"b.en.md", Kind::page, "/b", "/b/"}, Example{"b.de.md", Kind::page, "/b.de", "/b.de/"},
      Example{"v1.2.md", Kind::page, "/v1.2", "/v1.2/"}, Example{"A B/C D.md", Kind::page, "/a-b/c-d", "/a-b/c-d/"},
      Example{"\u00c4.md", Kind::page, "/\u00e4", "/\u00e4/"}, Example{"a & b.md", Kind::page, "/a-&-b", "/a-b/"});
  INFO(example.path);
  const ContentPath path = content_path(example.path);
  CHECK(path.kind == example.kind);
  CHECK(path.key == example.key);
  CHECK(page_address(path, nullptr) == example.address);
}

TEST_CASE("A reference to a page is looked up by its key") {
  struct Example {
    const char* reference;
    const char* key;
  };
  const auto example =
      GENERATE(Example{"/a/b", "/a/b"}, Example{"/a/b/", "/a/b"}, Example{"/a/b.md", "/a/b"},
               Example{"/a/b.md/", "/a/b"}, Example{"/a/b.html", "/a/b"}, Example{"/a/b/index.md", "/a/b"},
               Example{"/a/b/_index.md", "/a/b"}, Example{"/a/b/index", "/a/b"}, Example{"/A B", "/a-b"},
               Example{"/a.txt", "/a.txt"}, Example{"/v1.2", "/v1.2"}, Example{"/", "/"}, Example{"/_index.md", "/"},
               Example{"/a.en.md", "/a"}, Example{"/A/INDEX.MD", "/a"}, Example{"/a.en", "/a.en"});
  INFO(example.reference);
  CHECK(page_key(example.reference) == example.key);
}

TEST_CASE("Addresses keep letters, digits and some marks") {
  struct Example {
    const char* path;
    const char* published;
  };
  const auto example =
      GENERATE(Example{"/a/b-c_d", "/a/b-c_d"}, Example{"/A B", "/a-b"}, Example{"/a - b", "/a-b"},
               Example{"/a  b", "/a-b"}, Example{"/a--b", "/a--b"}, Example{"/it's", "/its"},
               Example{"/(a) [b]", "/a-b"}, Example{"/a,b;c=d@e!f$g", "/abcd@efg"}, Example{"/100%", "/100"},
               Example{"/a+b~c#d", "/a+b~c#d"}, Example{"/ a", "/-a"}, Example{"/\u00c4\u4e2d", "/\u00e4\u4e2d"},
               Example{"/\U0001f389", "/"}, Example{"/a%20b%zz%4", "/a%20bzz4"},
               Example{"/a\u00a0b\u3000c\u200bd", "/a-b-cd"}, Example{"/\u0939\u093f", "/\u0939\u093f"});
  INFO(example.path);
  CHECK(published_path(example.path) == example.published);
}

TEST_CASE("Front matter moves a page") {
  struct Example {
    const char* path;
    const char* url;
    const char* slug;
    const char* address;
  };
  const auto example = GENERATE(Example{"a/b.md", "", "c", "/a/c/"}, Example{"a/b.md", "", "C \u00dc", "/a/c-\u00fc/"},
                                Example{"a/b.md", "", "c/d", "/a/c/d/"}, Example{"a/index.md", "", "c", "/c/"},
                                Example{"a/_index.md", "", "c", "/a/"}, Example{"a/b.md", "/c/D E/", "", "/c/D E/"},
                                Example{"a/b.md", "c", "", "/c/"}, Example{"a/b.md", "/c/d.html", "", "/c/d.html"},
                                Example{"a/b.md", "/c/v1.2", "", "/c/v1.2"}, Example{"a/_index.md", "/c", "", "/c/"},
                                Example{"a/b.md", "/c", "d", "/c/"}, Example{"a/b.md", "", "-c-", "/a/c/"},
                                Example{"a/b.md", "", "--", "/a/b/"}, Example{"a/b.md", "//c//d//", "", "/c/d/"},
                                Example{"a/b.md", "/c/./../d/", "", "/d/"}, Example{"a/b.md", "../c", "", "/c"},
                                Example{"a/b.md", "/", "", "/"}, Example{"a/_index.md", "/C/D E/", "", "/c/d-e/"});
  INFO(example.path << " url " << example.url << " slug " << example.slug);
  PageSettings settings;
  settings.url = example.url;
  settings.slug = example.slug;
  CHECK(page_address(content_path(example.path), &settings) == example.address);
}

TEST_CASE("A site publishes its pages, less those that are not meant to be seen") {
  const auto project = read_small_site(R"(-- site/content/a/one.md --
x
-- site/content/a/b/two.md --
x
-- site/content/leaf/index.md --
x
-- site/content/leaf/inner.md --
x
-- site/content/leaf/deeper/index.md --
x
-- site/content/bare.html --
<p>x</p>
-- site/content/draft.md --
---
draft: true
---
-- site/content/future.md --
---
date: 2026-01-16
---
-- site/content/today.md --
---
publishDate: 2026-01-15
---
-- site/content/over.md --
---
expiryDate: 2026-01-15
---
-- site/content/lasting.md --
---
expiryDate: 2026-01-16
---
-- site/content/a/headless.md --
---
headless: true
---
-- site/content/headless/index.md --
---
headless: true
---
-- site/content/hidden.md --
---
_build:
  render: never
---
-- site/content/drafts/_index.md --
---
cascade:
  draft: true
---
-- site/content/drafts/page.md --
x
-- site/content/drafts/ready.md --
---
draft: false
---
-- site/content/drafts/ready/_index.md --
---
draft: false
cascade: [{draft: false}]
---
-- site/content/drafts/ready/page.md --
x
)");
  CHECK(published_addresses(*project) == Lines{"/", "/a/", "/a/b/two/", "/a/headless/", "/a/one/", "/drafts/ready/",
                                               "/drafts/ready/", "/drafts/ready/page/", "/lasting/", "/leaf/",
                                               "/today/"});
  CHECK(project->sites.front().has_file("/bare.html"));
}

TEST_CASE("Files of bundles are published with the page") {
  const auto project = read_small_site(R"(-- site/content/A B/_index.md --
![](Some Pic.PNG) ![](<Some Pic.PNG>) ![](some-pic.png) ![](./Some%20Pic.PNG) ![](Sub/Deep.png) ![](none.png)
-- site/content/A B/Some Pic.PNG --
-- site/content/A B/Sub/Deep.png --
-- site/content/A B/page.md --
![](../Some%20Pic.PNG) ![](../some-pic.png) ![](Some%20Pic.PNG)
-- site/content/moved/index.md --
---
url: /elsewhere/
---
-- site/content/moved/pic.png --
-- site/content/draft/index.md --
---
draft: true
---
-- site/content/draft/pic.png --
-- site/content/headless/index.md --
---
headless: true
---
-- site/content/headless/pic.png --
-- site/content/loose/page.md --
x
-- site/content/loose/Pic.png --
-- site/static/page/index.html --
-- site/static/Lone.pdf --
)");
  const Site& site = project->sites.front();
  for (const char* file : {"/a-b/Some Pic.PNG", "/a-b/Sub/Deep.png", "/elsewhere/pic.png", "/headless/pic.png",
                           "/loose/Pic.png", "/page", "/page/", "/page/index.html", "/Lone.pdf"}) {
    INFO(file);
    CHECK(site.has_file(file));
  }
  for (const char* file : {"/A B/Some Pic.PNG", "/moved/pic.png", "/draft/pic.png", "/loose/pic.png", "/lone.pdf"}) {
    INFO(file);
    CHECK_FALSE(site.has_file(file));
  }
  CHECK(resolved_links(*project, "site/content/A B/_index.md") ==
        Lines{"Some Pic.PNG -> /a-b/Some Pic.PNG present", "some-pic.png -> /a-b/some-pic.png present",
              "./Some%20Pic.PNG -> /a-b/Some Pic.PNG present", "Sub/Deep.png -> /a-b/Sub/Deep.png present",
              "none.png -> /a-b/none.png missing_file"});
  CHECK(resolved_links(*project, "site/content/A B/page.md") ==
        Lines{"../Some%20Pic.PNG -> /a-b/Some Pic.PNG present", "../some-pic.png -> /a-b/some-pic.png missing_file",
              "Some%20Pic.PNG -> /a-b/page/Some Pic.PNG missing_file"});
}

}  // namespace macrolint
