#include "gitlab/gitlab_link.h"

#include "catch.h"
#include "gitlab/gitlab_api.h"

namespace macrolint {

namespace {

std::string described(const std::string& link, const char* gitlab = "https://gitlab.net") {
  const auto found = read_gitlab_link(net::parse_web_url(gitlab).value(), link);
  if (!found.has_value()) {
    return "none";
  }
  const std::string kind = found->kind == GitLabLink::Kind::file    ? "file " + found->reference_and_path
                           : found->kind == GitLabLink::Kind::issue ? "issue " + std::to_string(found->number)
                                                                    : "change " + std::to_string(found->number);
  return found->project + " " + kind;
}

}  // namespace

TEST_CASE("Links to files, issues and merge requests are told from others") {
  const std::pair<const char*, const char*> cases[] = {
      {"https://gitlab.net/g/p/-/blob/main/a/b.md#L3", "g/p file main/a/b.md"},
      {"https://GitLab.net/g/s/P/-/tree/main/", "g/s/P file main"},
      {"https://gitlab.net/g/p/-/raw/feature/x/a%20b.md?inline=false", "g/p file feature/x/a b.md"},
      {"https://gitlab.net/g/p/blob/master/a.md", "g/p file master/a.md"},
      {"https://gitlab.net/g/p/-/blob/main/a/../b.md", "g/p file main/b.md"},
      {"https://gitlab.net/g/p/-/issues/12", "g/p issue 12"},
      {"https://gitlab.net/g/p/-/issues/12/#note_34", "g/p issue 12"},
      {"https://gitlab.net/g/p/issues/12", "g/p issue 12"},
      {"https://gitlab.net/g/p/-/merge_requests/5/diffs?x=y", "g/p change 5"},
      {"https://gitlab.net/g/p/-/issues/new", "none"},
      {"https://gitlab.net/g/p/-/issues/12abc", "none"},
      {"https://gitlab.net/g/p/-/issues/0", "none"},
      {"https://gitlab.net/g/p/-/issues", "none"},
      {"https://gitlab.net/g/p/-/merge_requests/5/discussions", "none"},
      {"https://gitlab.net/g/p/-/blob/", "none"},
      {"https://gitlab.net/g/p", "none"},
      {"https://gitlab.net/groups/g/-/issues/3", "none"},
      {"https://gitlab.net/p/-/issues/3", "none"},
      {"https://gitlab.net/g/p%2F..%2Fq/-/issues/3", "g/q issue 3"},
      {"https://gitlab.net/g/p?q/-/issues/3", "none"},
      {"https://gitlab.net/g/p%22/-/issues/3", "none"},
      {"https://gitlab.net/g/p/-/blob/main/%ff", "none"},
      {"https://gitlab.net:8443/g/p/-/issues/3", "none"},
      {"http://gitlab.net/g/p/-/issues/3", "none"},
      {"https://gitlab.net.evil.net/g/p/-/issues/3", "none"},
      {"https://gitlab.net@evil.net/g/p/-/issues/3", "none"},
      {"https://evil@gitlab.net/g/p/-/issues/3", "g/p issue 3"},
      {"mailto:g/p/-/issues/3", "none"},
  };
  for (const auto& [link, expected] : cases) {
    INFO(link);
    CHECK(described(link) == expected);
  }
  CHECK(described("https://a.net/gitlab/g/p/-/issues/3", "https://a.net/gitlab/") == "g/p issue 3");
  CHECK(described("https://a.net/gitlabs/g/p/-/issues/3", "https://a.net/gitlab") == "none");
}

TEST_CASE("Fragments name lines") {
  CHECK(last_line_of("L12") == 12);
  CHECK(last_line_of("L12-20") == 20);
  CHECK(last_line_of("L12-L20") == 20);
  CHECK(last_line_of("L20-12") == 20);
  for (const char* other : {"", "L", "L0", "12", "L12-", "L12x", "L12-20-30", "Line12", "L99999999999999999999999"}) {
    INFO(other);
    CHECK_FALSE(last_line_of(other).has_value());
  }
}

TEST_CASE("A link is led to another path in its own form") {
  CHECK(link_to_path("https://gitlab.net/g/p/-/blob/main/a.md?plain=1#L3", "main", "x y/b.md") ==
        "https://gitlab.net/g/p/-/blob/main/x%20y/b.md?plain=1");
  CHECK(link_to_path("https://gitlab.net/g/p/tree/a/b/c", "a/b", "d") == "https://gitlab.net/g/p/blob/a/b/d");
  CHECK(link_to_path("https://gitlab.net/g/p/-/raw/main/a", "master", "d").empty());
}

TEST_CASE("The next page is where the header says") {
  CHECK(next_page("<https://a.net/?page=2>; rel=\"next\"") == "https://a.net/?page=2");
  CHECK(next_page("<https://a.net/1>; rel=\"first\", <https://a.net/2>; rel=\"next\", <https://a.net/9>; "
                  "rel=\"last\"") == "https://a.net/2");
  for (const char* none : {"", "<", "<a>", "a; rel=\"next\"", "<a>; rel=\"prev\""}) {
    CHECK(next_page(none).empty());
  }
}

}  // namespace macrolint
