#include "external/inquiry.h"

#include <sstream>

#include "catch.h"
#include "external/moved.h"
#include "external/page_fragments.h"
#include "net/http_words.h"

namespace macrolint {

namespace {

constexpr std::int64_t now = 1'700'000'000;

net::Response answer(long status, const std::string& location = "") {
  net::Response response;
  response.status = status;
  response.location = location;
  response.is_complete = true;
  return response;
}

bool is_plain(const std::string& from, const std::string& to) {
  return is_plain_move(*net::parse_web_url(from), *net::parse_web_url(to));
}

std::set<std::string, std::less<>> missing(const std::string& html, const std::string& fragments) {
  std::set<std::string, std::less<>> wanted;
  std::istringstream words(fragments);
  for (std::string word; words >> word;) {
    wanted.insert(word);
  }
  return fragments_missing_in(html, wanted);
}

}  // namespace

TEST_CASE("A move is plain where only the way to the resource changed") {
  CHECK(is_plain("http://a.org/x/y", "https://a.org/x/y"));
  CHECK(is_plain("https://a.org/x/y", "https://www.a.org/x/y/"));
  CHECK(is_plain("https://a.org/x/y?z=1", "https://b.org/x/y?z=1"));
  CHECK(is_plain("https://a.org/old/y", "https://a.org/new/deep/y"));
  CHECK(is_plain("https://a.org/", "https://www.a.org/"));
  CHECK_FALSE(is_plain("https://a.org/x/y", "https://a.org/"));
  CHECK_FALSE(is_plain("https://a.org/x/y", "https://a.org/x"));
  CHECK_FALSE(is_plain("https://a.org/x/y?z=1", "https://a.org/x/y"));
  CHECK_FALSE(is_plain("https://a.org/x/y", "https://a.org/en-us/x/y"));
  CHECK_FALSE(is_plain("https://a.org/x", "https://a.org/de/x"));
  CHECK_FALSE(is_plain("https://a.org/x/y", "https://a.org/login/y"));
  CHECK_FALSE(is_plain("https://a.org/x/y", "http://a.org/x/y"));
  CHECK_FALSE(is_plain("https://a.org/x/y", "https://a.org/x/z"));
}

TEST_CASE("An address is only called insecure where the answers to both are the same") {
  const auto ask_both = [](const net::Response& plain, const net::Response& secure) {
    Inquiry inquiry(*net::parse_web_url("http://a.org/x"), {});
    REQUIRE(inquiry.take(plain, now).kind == Inquiry::Step::Kind::ask);
    CHECK(inquiry.url().text == "https://a.org/x");
    REQUIRE(inquiry.take(secure, now).kind == Inquiry::Step::Kind::done);
    CHECK(inquiry.outcome().kind == ExternalOutcome::Kind::working);
    return inquiry.outcome().is_needlessly_insecure;
  };
  net::Response page = answer(200);
  page.content_type = "text/html";
  page.entity_tag = "\"1\"";
  CHECK(ask_both(page, page));
  net::Response other = page;
  other.entity_tag = "\"2\"";
  CHECK_FALSE(ask_both(page, other));
  CHECK_FALSE(ask_both(answer(200), answer(200)));
  CHECK_FALSE(ask_both(page, answer(404)));
  net::Response refused;
  refused.failure = net::Response::Failure::connection;
  CHECK_FALSE(ask_both(page, refused));
}

TEST_CASE("Where an address with a port or a redirect works, nothing is asked about encryption") {
  Inquiry with_port(*net::parse_web_url("http://a.org:8080/x"), {});
  CHECK(with_port.take(answer(200), now).kind == Inquiry::Step::Kind::done);
  Inquiry redirected(*net::parse_web_url("http://a.org/x"), {});
  CHECK(redirected.take(answer(301, "https://a.org/x"), now).kind == Inquiry::Step::Kind::ask);
  CHECK(redirected.take(answer(200), now).kind == Inquiry::Step::Kind::done);
  CHECK(redirected.outcome().moved_to == "https://a.org/x");
  CHECK(redirected.outcome().moved_plainly);
}

TEST_CASE("Of a redirect to a page for signing in, only the permanent part counts") {
  Inquiry inquiry(*net::parse_web_url("http://a.org/x#part"), {"part"});
  CHECK(inquiry.take(answer(301, "https://a.org/x"), now).kind == Inquiry::Step::Kind::ask);
  CHECK(inquiry.take(answer(302, "/users/sign_in"), now).kind == Inquiry::Step::Kind::ask);
  net::Response page = answer(200);
  page.content_type = "text/html";
  page.body = "<h1 id=a>A</h1>";
  CHECK(inquiry.take(page, now).kind == Inquiry::Step::Kind::done);
  CHECK(inquiry.outcome().moved_to == "https://a.org/x");
  CHECK_FALSE(inquiry.outcome().moved_plainly);
  CHECK(inquiry.outcome().missing_fragments.empty());
}

TEST_CASE("`Retry-After` is a number or a date") {
  using std::chrono::seconds;
  CHECK(net::retry_after("120", now) == seconds(120));
  CHECK(net::retry_after("Tue, 14 Nov 2023 22:13:50 GMT", now) == seconds(30));
  CHECK(net::retry_after("Tue, 14 Nov 2000 22:13:50 GMT", now) == seconds(0));
  CHECK_FALSE(net::retry_after("", now).has_value());
  CHECK_FALSE(net::retry_after("soon", now).has_value());
  CHECK_FALSE(net::retry_after("-5", now).has_value());
  CHECK_FALSE(net::retry_after("99999999999999999999", now).has_value());
}

TEST_CASE("A fragment is only missing where the page surely lacks it") {
  const std::string page =
      "<html><body id=whole><h2 id=one>1</h2><a name='two'></a><p id='user-content-three'>"
      "<a href='#four'>4</a><h3><a id=five></a>5</h3><script>show('six')</script></body></html>";
  CHECK(missing(page, "one two three four five six TOP top L12 L1-3 note_5 a=b /route !hash gid=0").empty());
  CHECK(missing(page, "seven One %6fne") == std::set<std::string, std::less<>>{"One", "seven"});
  CHECK(missing("<h2>Heading</h2><p id=one>", "two").empty());
  CHECK(missing("<p id=one><a href='#one'>1</a>", "two").size() == 1);
  CHECK(missing("", "two").empty());
  CHECK(missing("<h1 id=one>\xff", "two").empty());
}

TEST_CASE("HTML that is built to be expensive is given up in good time") {
  std::string open_elements = "<h1 id=one>";
  for (int index = 0; index < 19'000; ++index) {
    open_elements += "<div>";
  }
  CHECK(missing(open_elements, "two").size() <= 1);
  std::string copies = "<h1 id=one>";
  for (int index = 0; index < 3'000; ++index) {
    copies += "<b><i><font color=red><p>";
  }
  CHECK(missing(copies, "two").size() <= 1);
}

}  // namespace macrolint
