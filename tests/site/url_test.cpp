#include "link/url.h"

#include <string>

#include "catch.h"

namespace macrolint {

TEST_CASE("A destination is split into the parts of a URL") {
  struct Example {
    const char* text;
    const char* scheme;
    const char* authority;
    const char* path;
    const char* query;
    const char* fragment;
  };
  const auto example = GENERATE(
      Example{"", "", "", "", "", ""}, Example{"a/b", "", "", "a/b", "", ""}, Example{"#x", "", "", "", "", "x"},
      Example{"?q", "", "", "", "q", ""}, Example{"a?q#x", "", "", "a", "q", "x"},
      Example{"a#x?q#y", "", "", "a", "", "x?q#y"}, Example{"https://h/p", "https", "h", "/p", "", ""},
      Example{"HTTP://u@h:1?q", "HTTP", "u@h:1", "", "q", ""}, Example{"//h/p", "", "h", "/p", "", ""},
      Example{"mailto:a@b", "mailto", "", "a@b", "", ""}, Example{"1:2", "", "", "1:2", "", ""},
      Example{"a/b:c", "", "", "a/b:c", "", ""}, Example{":a", "", "", ":a", "", ""},
      Example{"a:", "a", "", "", "", ""}, Example{"a b://c", "", "", "a b://c", "", ""});
  INFO(example.text);
  const Url url = split_url(example.text);
  CHECK(url.scheme == example.scheme);
  CHECK(url.authority == example.authority);
  CHECK(url.path == example.path);
  CHECK(url.query == example.query);
  CHECK(url.fragment == example.fragment);
  const std::string_view text = example.text;
  CHECK(url.has_fragment == (text.find('#') != std::string_view::npos));
  CHECK(url.has_query == (text.substr(0, text.find('#')).find('?') != std::string_view::npos));
}

TEST_CASE("Percent-encoding is resolved and made") {
  CHECK(percent_decoded("a%20b%C3%bC%2F") == "a b\u00fc/");
  CHECK(percent_decoded("100% %zz %4") == "100% %zz %4");
  CHECK(percent_encoded("a b(c)%\u00fc/x-y_z.~") == "a%20b%28c%29%25\u00fc/x-y_z.~");
}

TEST_CASE("A path is resolved against that of its page") {
  struct Example {
    const char* base;
    const char* path;
    const char* resolved;
  };
  const auto example =
      GENERATE(Example{"/a/b/", "c", "/a/b/c"}, Example{"/a/b", "c", "/a/c"}, Example{"/a/b/", "../c/", "/a/c/"},
               Example{"/a/b/", "..", "/a/"}, Example{"/a/b/", ".", "/a/b/"}, Example{"/a/b/", "./c/./d", "/a/b/c/d"},
               Example{"/a/", "../../../c", "/c"}, Example{"/a/", "/b/../c", "/c"}, Example{"/a/", "b//c", "/a/b//c"},
               Example{"/", "", "/"}, Example{"/a/b/", "", "/a/b/"}, Example{"/a/", "..b/c..", "/a/..b/c.."});
  INFO(example.base << " " << example.path);
  CHECK(resolved_path(example.base, example.path) == example.resolved);
}

TEST_CASE("A relative path leads back to where it was made for") {
  struct Example {
    const char* base;
    const char* target;
    const char* relative;
  };
  const auto example = GENERATE(Example{"/a/b.md", "/a/c.md", "c.md"}, Example{"/a/b.md", "/c.md", "../c.md"},
                                Example{"/a/b/c.md", "/a/bc/d.md", "../bc/d.md"}, Example{"/a.md", "/b/c.md", "b/c.md"},
                                Example{"/a/b.md", "/a/", "./"}, Example{"/a/b.md", "/a/b.md", "b.md"});
  INFO(example.base << " " << example.target);
  CHECK(relative_path(example.base, example.target) == example.relative);
  CHECK(resolved_path(example.base, example.relative) == example.target);
}

TEST_CASE("A path that leads above the root is told") {
  for (const char* path : {"../../c", "./../../c", "../c/../../d", "b/../../../c", "/..", "/a/../../b"}) {
    INFO(path);
    CHECK(leads_above_root("/a/b.md", path));
  }
  for (const char* path : {"", "c", "../c", ".././c", "b/c/../../../d", "/a/..", "..c/../.."}) {
    INFO(path);
    CHECK_FALSE(leads_above_root("/a/b.md", path));
  }
}

}  // namespace macrolint
