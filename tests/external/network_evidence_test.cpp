#include "external/network_evidence.h"

#include <chrono>
#include <thread>

#include "catch.h"
#include "external/link_check.h"
#include "net/fault_server.h"
#include "support/temporary_folder.h"

// That a host does not exist, or has a wrong certificate, is only said where the network is seen to be the public one.
namespace macrolint {

namespace {

using namespace std::chrono_literals;
using State = net::Resolution::State;

/// Knows `here.site` as this machine and, where there is a network, `known.site`; no other name.
LinkCheckOptions options_with(bool has_network) {
  LinkCheckOptions options;
  options.dispatch.transfers.policy = net::AddressPolicy({*net::AddressRange::parse("127.0.0.0/8")});
  options.dispatch.timeout = 500ms;
  options.dispatch.backoff = 10ms;
  options.dispatch.resolve = [has_network](const std::string& host) -> net::Resolution {
    if (host == "here.site" || (has_network && host == "known.site")) {
      return {host, State::found, {*net::IpAddress::parse("127.0.0.1")}};
    }
    return {host, State::no_such_host, {}};
  };
  return options;
}

ExternalRequest request_for(const std::vector<std::string>& urls) {
  ExternalRequest request;
  for (const std::string& url : urls) {
    request[url];
  }
  return request;
}

std::int64_t today() { return 1'700'000'000; }

std::string local_url(const FaultServer& server, const std::string& path) {
  return "http://here.site:" + std::to_string(server.port()) + path;
}

}  // namespace

TEST_CASE("Where no name is known, the network is gone, and nothing is said about any link") {
  LinkCheck check(options_with(false), nullptr, today);
  CHECK(check.check(request_for({"https://a.site/", "https://b.site/x"})).empty());
  CHECK(check.summary().network_is_gone);
  CHECK(check.summary().unfinished() == 2);
}

TEST_CASE("Where none of many hosts is known, the others are not asked for") {
  LinkCheckOptions options = options_with(false);
  std::vector<std::string> urls;
  for (int host = 0; host < 2000; ++host) {
    urls.push_back("https://h" + std::to_string(host) + ".site/");
  }
  options.dispatch.resolve = [](const std::string& host) -> net::Resolution {
    std::this_thread::sleep_for(20ms);
    return {host, State::failed, {}};
  };
  const auto begin = std::chrono::steady_clock::now();
  LinkCheck check(std::move(options), nullptr, today);
  CHECK(check.check(request_for(urls)).empty());
  CHECK(check.summary().network_is_gone);
  CHECK(std::chrono::steady_clock::now() - begin < 2s);
}

TEST_CASE("An answer from the own network does not show that unknown hosts do not exist") {
  const FaultServer server;
  const std::string here = local_url(server, "/status/200");
  LinkCheck check(options_with(false), nullptr, today);
  const ExternalOutcomes outcomes = check.check(request_for({here, "https://a.site/"}));
  CHECK(outcomes.at(here).kind == ExternalOutcome::Kind::working);
  CHECK(outcomes.at("https://a.site/").kind == ExternalOutcome::Kind::unchecked);
  CHECK_FALSE(check.summary().network_is_gone);
}

TEST_CASE("Where most hosts are unknown, names are looked up in some other place") {
  const FaultServer server;
  std::vector<std::string> urls = {local_url(server, "/status/200")};
  const auto kind_of_unknown = [&](int number) {
    for (int host = 0; host < number; ++host) {
      urls.push_back("https://h" + std::to_string(host) + ".site/");
    }
    LinkCheckOptions options = options_with(true);
    options.dispatch.trusts_local_answers = true;
    LinkCheck check(std::move(options), nullptr, today);
    return check.check(request_for(urls)).at("https://h0.site/").kind;
  };
  CHECK(kind_of_unknown(1) == ExternalOutcome::Kind::no_such_host);
  CHECK(kind_of_unknown(20) == ExternalOutcome::Kind::unchecked);
}

TEST_CASE("A host that an earlier run knew shows that names are looked up") {
  const TemporaryFolder folder;
  const auto cache = LinkCache::open(folder.path("cache.sqlite"));
  ExternalOutcome working;
  working.kind = ExternalOutcome::Kind::working;
  cache->add("https://known.site/", "", working, today());
  cache->write();
  const auto kind_of_unknown = [&](bool has_network) {
    LinkCheck check(options_with(has_network), cache.get(), today);
    const ExternalOutcomes outcomes = check.check(request_for({"https://known.site/", "https://a.site/"}));
    return outcomes.contains("https://a.site/") ? outcomes.at("https://a.site/").kind : ExternalOutcome::Kind::working;
  };
  CHECK(kind_of_unknown(false) == ExternalOutcome::Kind::working);
  CHECK(kind_of_unknown(true) == ExternalOutcome::Kind::no_such_host);
}

}  // namespace macrolint
