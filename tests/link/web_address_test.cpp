#include "link/web_address.h"

#include "catch.h"
#include "link/repository_url.h"

namespace macrolint {

namespace {

std::string host_of(std::string_view text) {
  const auto address = read_web_address(text);
  return address.has_value() ? address->host : "none";
}

std::string repository_of(std::string_view text) {
  const auto url = parse_repository_url(text);
  return url.has_value() ? url->project + " " + url->reference_and_path : "none";
}

}  // namespace

TEST_CASE("A web address is known by its scheme and host") {
  struct Case {
    std::string_view text;
    std::string_view host;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"https://example.org", "example.org"},
           {"HTTP://Example.org:8080/a?b#c", "Example.org"},
           {"https://user:pass@example.org/", "example.org"},
           {"https://bücher.example/ü", "bücher.example"},
           {"https://b%C3%BCcher.example/", "bücher.example"},
           {"https://[2001:db8::1]:443/", "2001:db8::1"},
           {"https://127.0.0.1/", "127.0.0.1"},
           {"https://example.org:/", "example.org"},
           {"https://example.org?a b", "example.org"},
           {"https://example.org/%zz|{}\"", "example.org"},
           {"https://", "none"},
           {"https://:80/", "none"},
           {"https:///path", "none"},
           {"https:example.org", "none"},
           {"//example.org/", "none"},
           {"ftp://example.org/", "none"},
           {"https://a b/", "none"},
           {"https://a%20b/", "none"},
           {"https://a,b/", "none"},
           {"https://a%/", "none"},
           {"https://example.org:http/", "none"},
           {"https://example.org:65536/", "none"},
           {"https://[2001:db8::1/", "none"},
           {"https://[::g]/", "none"},
           {"https://[::1]x/", "none"},
           {"https://[/", "none"},
           {"https://[]/", "none"},
           {"https://[::1]:x/", "none"},
           {"https://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1"},
           {"https://a@b@c/", "none"},
           {"https://user@/", "none"},
           {"https://a:80:80/", "none"},
           {"https://a:8o/", "none"},
           {"https://example.org/\t", "none"},
           {std::string_view("https://a\0b/", 12), "none"},
           {"", "none"},
       }) {
    CAPTURE(one.text);
    CHECK(host_of(one.text) == one.host);
  }
}

TEST_CASE("An address of a repository is split into project and path") {
  CHECK(repository_of("https://Host.example/Group/a/-/blob/main/b%20c.yml?x#L1") ==
        "host.example/group/a main/b c.yml");
  CHECK(repository_of("https://host.example:8080/g/a/tree/main/x/../y") == "host.example/g/a main/y");
  CHECK(repository_of("https://host.example/g/a/-/raw/main/%ff%0a%") == "host.example/g/a main/%ff%0a%");
  CHECK(repository_of("https://host.example/g/a/main") == "none");
  CHECK(repository_of("/g/a/-/blob/main/b") == "none");
}

}  // namespace macrolint
