#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "external/host_queue.h"
#include "net/address_policy.h"
#include "net/resolver.h"
#include "net/web_url.h"

namespace macrolint {

/// The queues of all hosts, and which of them may start something next. Looks up the addresses of a host before the
/// first target of it may start.
class HostQueues {
 public:
  using Time = HostQueue::Time;
  using Limits = std::function<HostLimits(const std::string& authority)>;

  HostQueues(const net::AddressPolicy& policy, Limits limits, net::Resolver::Resolve resolve,
             std::function<void()> notify);

  /// The queue that an address belongs to. It stays where it is.
  [[nodiscard]] HostQueue& queue_for(const net::WebUrl& url);
  /// Has to be called when a queue has changed.
  void update(HostQueue& queue);
  /// A queue of which a target may start by then, or null.
  [[nodiscard]] HostQueue* ready(Time now) const;
  /// When one will be ready; nothing as long as none is to be.
  [[nodiscard]] std::optional<Time> next_ready() const;
  /// Takes in what was found out about names; returns the queues that are concerned.
  [[nodiscard]] std::vector<HostQueue*> learn_names();
  /// The queue with the most targets; null if there are none.
  [[nodiscard]] const HostQueue* slowest() const;
  [[nodiscard]] std::size_t size() const { return by_authority_.size(); }
  [[nodiscard]] std::vector<HostQueue*> all() const;

 private:
  [[nodiscard]] HostQueue* learn(const net::Resolution& resolution, HostQueue& queue);

  const net::AddressPolicy& policy_;
  Limits limits_;
  std::map<std::string, std::unique_ptr<HostQueue>, std::less<>> by_authority_;
  /// Those whose names are being looked up.
  std::multimap<std::string, HostQueue*> by_host_;
  std::set<std::pair<Time, HostQueue*>> ready_;
  std::unordered_map<const HostQueue*, Time> ready_at_;
  std::set<std::string> asked_twice_;
  net::Resolver resolver_;
};

}  // namespace macrolint
