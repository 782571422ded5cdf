#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "external/host_queue.h"
#include "external/outcome.h"
#include "net/resolver.h"
#include "net/transfers.h"
#include "net/web_url.h"

namespace macrolint {

/// How far the work is.
struct LinkProgress {
  std::size_t done = 0;
  std::size_t total = 0;
  /// The host that most addresses wait for.
  std::string slowest_host;
  std::size_t waiting_for_it = 0;
};

/// How external addresses are asked for. What nobody sets is meant for the public internet.
struct DispatchOptions {
  net::TransferOptions transfers;
  net::Resolver::Resolve resolve = net::resolve_host;
  /// By host, or `host:port` where the port is not that of the scheme; for others, `limits`.
  std::map<std::string, HostLimits, std::less<>> hosts;
  HostLimits limits;
  std::size_t max_active = 64;
  std::size_t max_page_bytes = std::size_t{1} << 20U;
  std::chrono::milliseconds timeout = std::chrono::seconds(20);
  /// The pause before the first repetition; it doubles with each one more.
  std::chrono::milliseconds backoff = std::chrono::seconds(1);
  /// A host that wants to be left alone for longer is given up.
  std::chrono::milliseconds longest_pause = std::chrono::minutes(2);
  std::chrono::milliseconds time_per_host = std::chrono::minutes(15);
  std::chrono::milliseconds time_for_all = std::chrono::minutes(60);
  /// Whether an answer from the machine's own network shows that the network at large is there. Only tests may say so.
  bool trusts_local_answers = false;
  std::function<bool()> is_stopped = [] { return false; };
  /// Called a few times a second.
  std::function<void(const LinkProgress&)> on_progress = [](const LinkProgress&) {};
};

/// An address to find out about, with the fragments that are named with it.
struct ExternalTarget {
  net::WebUrl url;
  std::set<std::string, std::less<>> fragments;
};

struct DispatchResult {
  std::size_t hosts = 0;
  /// Targets whose outcome was reported.
  std::size_t done = 0;
  bool was_stopped = false;
  bool ran_out_of_time = false;
  /// Nobody answered at all: then nothing can be said about any address.
  bool network_is_gone = false;
};

/// Asks many hosts about many addresses at once, politely: each host has its queue, with limits of its own. Calls
/// `done` for each target whose outcome is known, on this thread. `witnesses` are hosts that exist: when no other host
/// answers, they tell whether names can be looked up at all.
[[nodiscard]] DispatchResult dispatch(
    const DispatchOptions& options, const std::vector<ExternalTarget>& targets,
    const std::vector<std::string>& witnesses,
    const std::function<void(std::size_t target, const ExternalOutcome& outcome)>& done);

}  // namespace macrolint
