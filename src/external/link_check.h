#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "configuration/glob.h"
#include "external/dispatch.h"
#include "external/link_cache.h"
#include "external/outcome.h"

namespace macrolint {

struct LinkCheckOptions {
  DispatchOptions dispatch;
  /// Addresses that are not asked for.
  std::vector<Glob> skip;
  /// Statuses that are as good as a success.
  std::set<long> accepted_statuses;
};

/// What became of the addresses of all calls.
struct LinkCheckSummary {
  /// Different addresses that were to be asked for.
  std::size_t addresses = 0;
  std::size_t from_cache = 0;
  /// Those that were asked for now, and whose outcome is known.
  std::size_t asked = 0;
  std::size_t hosts = 0;
  bool was_stopped = false;
  bool ran_out_of_time = false;
  bool network_is_gone = false;

  [[nodiscard]] std::size_t unfinished() const { return addresses - from_cache - asked; }
};

/// Whether the host's name is set aside for examples and tests (RFC 2606): nothing is there, and nothing is meant to
/// be.
[[nodiscard]] bool is_example_host(const std::string& host);

/// Finds out about external addresses, each one once however often it is named and however often it is asked for.
class LinkCheck {
 public:
  /// `cache` may be null. `now` tells the seconds since 1970.
  LinkCheck(LinkCheckOptions options, LinkCache* cache, std::function<std::int64_t()> now);

  /// The outcomes that could be found out. Some may be missing: see the summary for the reason.
  [[nodiscard]] ExternalOutcomes check(const ExternalRequest& request);

  /// How long all of the next call may take.
  void set_time(std::chrono::milliseconds time) { options_.dispatch.time_for_all = time; }

  [[nodiscard]] const LinkCheckSummary& summary() const { return summary_; }

 private:
  /// An address as it is sent, with all that is known of it.
  struct Known {
    std::set<std::string, std::less<>> fragments;
    ExternalOutcome outcome;
    bool has_outcome = false;
  };
  using Addresses = std::map<std::string, ExternalTarget>;

  [[nodiscard]] Addresses addresses_of(const ExternalRequest& request) const;
  [[nodiscard]] bool is_wanted(const std::string& url) const;
  [[nodiscard]] std::string variant_of(const net::WebUrl& url) const;
  [[nodiscard]] bool find_in_cache(const ExternalTarget& target, Known& known);
  void ask(const std::vector<ExternalTarget>& targets);
  void accept(ExternalOutcome& outcome) const;

  LinkCheckOptions options_;
  LinkCache* cache_;
  std::function<std::int64_t()> now_;
  /// By the address as it is sent.
  std::map<std::string, Known> known_;
  /// Hosts that earlier runs had an answer of.
  std::vector<std::string> witnesses_;
  LinkCheckSummary summary_;
};

}  // namespace macrolint
