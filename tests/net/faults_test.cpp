#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <set>
#include <sstream>

#include "catch.h"
#include "external/link_check.h"
#include "net/fault_server.h"
#include "net/web_server.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

// The table in docs/network.md says what becomes of a link when its host does this or that. Each row is tried on real
// sockets.
namespace macrolint {

namespace {

using namespace std::chrono_literals;

/// `description | outcome` of each row of the table under `## Faults`.
std::map<std::string, std::string> rows_of_documentation() {
  std::istringstream lines(text_of(project_path("docs/network.md")));
  std::map<std::string, std::string> rows;
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    is_inside = line.starts_with("#") ? line == "## Faults" : is_inside;
    if (!is_inside || !line.starts_with("| ") || line.starts_with("| The host")) {
      continue;
    }
    const std::size_t middle = line.find(" | ", 2);
    const std::size_t end = line.rfind(" |");
    rows.emplace(line.substr(2, middle - 2), line.substr(middle + 3, end - middle - 3));
  }
  return rows;
}

/// The name of the rule that reports the outcome, in the words of the table.
std::string word_for(const ExternalOutcome& outcome) {
  switch (outcome.kind) {
    case ExternalOutcome::Kind::working:
      if (!outcome.missing_fragments.empty()) {
        return "`link-missing-fragment`";
      }
      return outcome.moved_to.empty() ? "works" : "`link-moved-permanently`";
    case ExternalOutcome::Kind::unchecked:
      return "`link-unchecked`";
    default:
      return "`link-broken`";
  }
}

/// The rows, each with the path, or for other servers the address, that makes a host do that.
std::map<std::string, std::string> cases(const WebServer* secure) {
  std::map<std::string, std::string> list = {
      {"answers HEAD with success", "/status/200"},
      {"answers 404, to HEAD and to GET", "/status/404"},
      {"answers 410", "/status/410"},
      {"answers 404 to HEAD and success to GET", "/get/404/200"},
      {"refuses HEAD with 405, and answers GET", "/get/405/200"},
      {"refuses HEAD with 501, and answers GET", "/get/501/206"},
      {"refuses HEAD with 403, and answers GET", "/get/403/200"},
      {"answers 500 to HEAD and 404 to GET", "/get/500/404"},
      {"answers HEAD with nothing, and GET", "/do/only-get"},
      {"answers 400", "/status/400"},
      {"answers 401", "/status/401"},
      {"answers 403", "/status/403"},
      {"answers 451", "/status/451"},
      {"answers 999", "/status/999"},
      {"answers 500 each time", "/status/500"},
      {"answers 503 once, then success", "/then/503/200"},
      {"answers 429 each time, without `Retry-After`", "/status/429"},
      {"answers 429 each time, with a `Retry-After` of no seconds", "/retry/429/0"},
      {"answers 429 once with `Retry-After: 1`, then success", "/then-wait/429/200"},
      {"answers 429 with a `Retry-After` of a day", "/retry/429/86400"},
      {"answers 503 with a `Retry-After` of a day", "/retry/503/86400"},
      {"answers 429 once, then 404", "/then/429/404"},
      {"redirects with 301, then success", "/to/301/status/200"},
      {"redirects with 308, then success", "/to/308/status/200"},
      {"redirects with 302, then success", "/to/302/status/200"},
      {"redirects with 307, then success", "/to/307/status/200"},
      {"redirects with 301, then 404", "/to/301/status/404"},
      {"redirects with 301, then 403", "/to/301/status/403"},
      {"redirects with 301, then with 302, then success", "/to/301/to/302/status/200"},
      {"redirects with 302, then with 301, then success", "/to/302/to/301/status/200"},
      {"redirects with 301 nine times, then success", "/chain/9"},
      {"redirects to itself", "/self"},
      {"redirects for ever", "/endless/1"},
      {"redirects to a `file:` address", "/to/302/file:///etc/passwd"},
      {"redirects to a private address", "/to/302/http://10.0.0.1/"},
      {"redirects to the metadata of the machine's cloud", "/to/301/http://169.254.169.254/latest/"},
      {"redirects to an IPv4 address in the form of IPv6", "/to/301/http://[::ffff:10.0.0.1]/"},
      {"redirects to a host that does not exist", "/to/301/http://nowhere.site/"},
      {"redirects without a `Location`", "/status/302"},
      {"does not answer", "/do/nothing"},
      {"sends its header too slowly", "/do/slow-header"},
      {"sends a header without end", "/do/endless-header"},
      {"closes the connection without an answer", "/do/close"},
      {"closes it in the middle of the header", "/do/half-header"},
      {"resets the connection", "/do/reset"},
      {"sends something that is not HTTP", "/do/garbage"},
      {"sends a negative length", "/do/negative-length"},
      {"sends less than it announced", "/do/short-body"},
      {"sends a page without end", "/do/endless-body#printing"},
      {"answers 404 with a page without end", "/do/endless-missing"},
      {"sends its page too slowly", "/do/slow-body#printing"},
      {"sends 64 MB of zeros, packed", "/do/bomb#printing"},
      {"sends a page that is packed badly", "/do/bad-gzip#printing"},
      {"sends a page with the id", "/page#printing"},
      {"sends a page without the id, though it has others", "/page#folding"},
      {"sends a page whose anchors a script makes", "/script#folding"},
      {"has no name that anybody knows", "http://nowhere.site/"},
      {"has a name that could not be looked up", "http://confused.site/"},
      {"has a name without an address", "http://empty.site/"},
      {"has a private address", "http://192.168.3.4/"},
      {"lets nobody connect", "http://127.0.0.1:1/"},
  };
  if (secure != nullptr) {
    list.insert({{"has a valid certificate", secure->url("good.site")},
                 {"has a certificate that has expired", secure->url("expired.site")},
                 {"has a certificate of its own making", secure->url("own.site")},
                 {"has a certificate for another host", secure->url("other.site")},
                 {"has a certificate of an issuer that is not known here", secure->url("stranger.site")}});
  }
  return list;
}

net::Resolution resolve_for_tests(const std::string& host) {
  using State = net::Resolution::State;
  const std::map<std::string, State> states = {
      {"nowhere.site", State::no_such_host}, {"confused.site", State::failed}, {"empty.site", State::no_address}};
  if (const auto state = states.find(host); state != states.end()) {
    return {host, state->second, {}};
  }
  return host.ends_with(".site") ? net::Resolution{host, State::found, {*net::IpAddress::parse("127.0.0.1")}}
                                 : net::resolve_host(host);
}

LinkCheckOptions options_for_tests() {
  LinkCheckOptions options;
  options.dispatch.transfers.policy = net::AddressPolicy({*net::AddressRange::parse("127.0.0.0/8")});
  options.dispatch.resolve = resolve_for_tests;
  options.dispatch.timeout = 3s;  // long enough for machines that are busy
  options.dispatch.backoff = 20ms;
  options.dispatch.trusts_local_answers = true;
  options.dispatch.limits = {16, 1000, {}};
  return options;
}

ExternalRequest request_for(const std::vector<std::string>& urls) {
  ExternalRequest request;
  for (const std::string& url : urls) {
    auto& fragments = request[std::string(address_without_fragment(url))];
    if (!fragment_of(url).empty()) {
      fragments.emplace(fragment_of(url));
    }
  }
  return request;
}

}  // namespace

TEST_CASE("What a host does has the outcome that docs/network.md says") {
  const std::map<std::string, std::string> documented = rows_of_documentation();
  const auto secure = WebServer::with_certificates();
  std::vector<std::unique_ptr<FaultServer>> servers;
  std::map<std::string, std::string> urls;
  std::vector<std::string> all;
  for (const auto& [description, place] : cases(secure.get())) {
    // Each of its own, so that one fault does not make the host lose its standing for the next.
    const bool is_path = place.starts_with("/");
    const FaultServer* server = is_path ? servers.emplace_back(std::make_unique<FaultServer>()).get() : nullptr;
    urls[description] = is_path ? server->url(place) : place;
    all.push_back(urls[description]);
  }
  LinkCheckOptions options = options_for_tests();
  options.dispatch.transfers.certificates = secure == nullptr ? "" : secure->authority();
  LinkCheck check(std::move(options), nullptr, [] { return std::int64_t{0}; });
  const ExternalOutcomes outcomes = check.check(request_for(all));
  CHECK(check.summary().unfinished() == 0);
  for (const auto& [description, url] : urls) {
    INFO(description << ": " << url);
    const auto outcome = outcomes.find(address_without_fragment(url));
    REQUIRE(outcome != outcomes.end());
    INFO(outcome->second.reason);
    REQUIRE(documented.contains(description));
    CHECK(word_for(outcome->second) == documented.at(description));
  }
  for (const auto& [description, outcome] : documented) {
    INFO(description);
    CHECK((urls.contains(description) || (secure == nullptr && description.find("certificate") != std::string::npos)));
  }
  if (secure == nullptr) {
    WARN("Not tried: the rows about certificates, since there is no nginx or no openssl.");
  }
}

TEST_CASE("No more is asked of a host that dies halfway, and nothing of it is broken") {
  FaultServer server;
  server.die_after(5);
  std::vector<std::string> urls;
  for (int index = 0; index < 100; ++index) {
    urls.push_back(server.url("/status/200?" + std::to_string(index)));
  }
  LinkCheckOptions options = options_for_tests();
  options.dispatch.limits = {2, 1000, {}};
  LinkCheck check(std::move(options), nullptr, [] { return std::int64_t{0}; });
  std::map<std::string, int> counts;
  for (const auto& [url, outcome] : check.check(request_for(urls))) {
    ++counts[word_for(outcome)];
  }
  CHECK(counts["works"] >= 3);
  CHECK(counts["works"] + counts["`link-unchecked`"] == 100);
}

TEST_CASE("Ten thousand addresses on two hundred hosts are asked for politely and soon") {
  const auto server = WebServer::with_certificates();
  if (server == nullptr) {
    WARN("Not tried, since there is no nginx or no openssl.");
    return;
  }
  constexpr int hosts = 200;
  constexpr int pages = 50;
  std::vector<std::string> urls;
  for (int host = 0; host < hosts; ++host) {
    for (int page = 0; page < pages; ++page) {
      urls.push_back(server->plain_url("h" + std::to_string(host) + ".site", "/" + std::to_string(page)));
    }
  }
  LinkCheckOptions options = options_for_tests();
  options.dispatch.timeout = 10s;
  options.dispatch.limits = {4, 100, {}};
  LinkCheck check(std::move(options), nullptr, [] { return std::int64_t{0}; });
  const auto begin = std::chrono::steady_clock::now();
  const ExternalOutcomes outcomes = check.check(request_for(urls));
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(outcomes.size() == urls.size());
  CHECK(std::all_of(outcomes.begin(), outcomes.end(),
                    [](const auto& entry) { return word_for(entry.second) == "works"; }));
  CHECK(check.summary().hosts == hosts);
  // The rate of 100 a second lets nobody be faster.
  CHECK(took > 450ms);
  std::printf("Links: %d addresses on %d hosts in %.1f s\n", hosts * pages, hosts,
              std::chrono::duration<double>(took).count());
}

}  // namespace macrolint
