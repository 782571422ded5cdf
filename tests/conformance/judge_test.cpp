#include "conformance/judge.h"

#include <algorithm>

#include "catch.h"
#include "conformance/awkward_site.h"
#include "conformance/hugo_build.h"
#include "conformance/page_html.h"
#include "conformance/web_address.h"

// The judge itself has to be beyond doubt before anything is compared with it.
namespace macrolint::conformance {

TEST_CASE("Addresses are resolved as browsers do") {
  struct Example {
    const char* address;
    const char* origin;
    const char* path;
    const char* fragment;
  };
  const auto example = GENERATE(
      Example{"", "https//a.org", "/b/c/", ""}, Example{"#x%20y", "https//a.org", "/b/c/", "x y"},
      Example{"d", "https//a.org", "/b/c/d", ""}, Example{"../d/", "https//a.org", "/b/d/", ""},
      Example{"..", "https//a.org", "/b/", ""}, Example{"../../../d", "https//a.org", "/d", ""},
      Example{"./", "https//a.org", "/b/c/", ""}, Example{"/d/../e", "https//a.org", "/e", ""},
      Example{"/d/%2e%2E/e", "https//a.org", "/e", ""}, Example{"?q=/../#f", "https//a.org", "/b/c/", "f"},
      Example{"/%C3%BC%zz%", "https//a.org", "/\u00fc%zz%", ""}, Example{"//B.org/x", "https//b.org", "/x", ""},
      Example{"HTTP://B.org", "http//b.org", "/", ""}, Example{"mailto:x@y", "mailto", "", ""},
      Example{" /d\n/e ", "https//a.org", "/d/e", ""}, Example{"/d\\e", "https//a.org", "/d/e", ""},
      Example{"1:2", "https//a.org", "/b/c/1:2", ""}, Example{"#a#b", "https//a.org", "/b/c/", "a#b"});
  INFO(example.address);
  const WebAddress result = resolve_address(example.address, absolute_address("https://a.org/b/c/"));
  CHECK(result.origin == example.origin);
  CHECK(result.path == example.path);
  CHECK(result.fragment == example.fragment);
}

TEST_CASE("Redirects are followed as the site's server does") {
  const std::vector<Redirect> redirects = parse_redirects(
      "# comment\n/a /b/ # why\n/c/ /d 302\n/lone\n/s/* /t/:splat\n/u/:name/w /x/:name\n/y/*.html /z/:splat/ 301\n");
  REQUIRE(redirects.size() == 5);
  CHECK(redirects[1].status == 302);
  struct Example {
    const char* path;
    const char* target;
  };
  const auto example =
      GENERATE(Example{"/a", "/b/"}, Example{"/a/", "/b/"}, Example{"/A", ""}, Example{"/a/b", ""}, Example{"/c", "/d"},
               Example{"/s/1/2/", "/t/1/2"}, Example{"/s", "/t/"}, Example{"/u/v/w", "/x/v"}, Example{"/u/v/v/w", ""},
               Example{"/y/1/2.html", "/z/1/2/"}, Example{"/lone", ""});
  INFO(example.path);
  CHECK(redirected_to(redirects, example.path).value_or("") == example.target);
}

TEST_CASE("Pages are read off their HTML") {
  const PublishedHtml page = read_html(
      "<main data-address=\"/a/\" data-source=\"a.md\"><h1 id=\"x\">x</h1><a name=\"y\"></a><a data-written=\"b.md\" "
      "href=\"/b/\">b</a><img src=\"c&amp;.png\"><a class=\"footnote-ref\" href=\"#fn:1\">1</a><!-- <a name=\"z\"> --> "
      "<template><i id=\"t\"></i></template></main>");
  CHECK(page.kind == PublishedHtml::Kind::page);
  CHECK(page.page.source == "a.md");
  const std::set<std::string> ids = {"x", "y"};
  CHECK(page.page.ids == ids);
  REQUIRE(page.page.links.size() == 2);
  CHECK(page.page.links[0].kind == BuiltLink::Kind::link);
  CHECK(page.page.links[0].written == "b.md");
  CHECK(page.page.links[0].resolved == "/b/");
  CHECK(page.page.links[1].kind == BuiltLink::Kind::html_image);
  CHECK(page.page.links[1].written == "c&.png");

  // A browser repeats a link without its end in each paragraph to come.
  CHECK(read_html("<main data-address=\"/\"><p><a href=\"a\">a</p><p>b</p><p>c</p></main>").page.links.size() == 1);

  const PublishedHtml alias = read_html("<meta http-equiv=\"refresh\" content=\"0; url=https://a.org/b/\">");
  CHECK(alias.kind == PublishedHtml::Kind::alias);
  CHECK(alias.sends_to == "https://a.org/b/");
}

TEST_CASE("A judged site has every kind of link") {
  if (!hugo_is_installed()) {
    WARN("Skipped: there is no hugo.");
    return;
  }
  const AwkwardSite awkward;
  const BuiltSite site = build_site(awkward.folder());
  std::map<Verdict, int> counts;
  for (const BuiltPage& page : site.pages) {
    for (const BuiltLink& link : page.links) {
      ++counts[judge(site, page, link)];
    }
  }
  INFO(site.log);
  CHECK(site.addresses.count("/headings/includes/") == 1);
  CHECK(site.aliases.count("/old/no-slash/") == 1);
  CHECK(site.files.count("/files/plain.pdf") == 1);
  CHECK_FALSE(site.redirects.empty());
  CHECK(counts.size() == 6);
  const int broken = counts[Verdict::missing_page] + counts[Verdict::missing_anchor] + counts[Verdict::missing_file];
  CHECK(broken > 350);
  CHECK(counts[Verdict::present] > 500);
}

}  // namespace macrolint::conformance
