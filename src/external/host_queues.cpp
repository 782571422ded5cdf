#include "external/host_queues.h"

#include <fmt/format.h>

#include <algorithm>

namespace macrolint {

HostQueues::HostQueues(const net::AddressPolicy& policy, Limits limits, net::Resolver::Resolve resolve,
                       std::function<void()> notify)
    : policy_(policy), limits_(std::move(limits)), resolver_(std::move(resolve), std::move(notify)) {}

HostQueue& HostQueues::queue_for(const net::WebUrl& url) {
  std::unique_ptr<HostQueue>& queue = by_authority_[url.authority];
  if (queue == nullptr) {
    queue = std::make_unique<HostQueue>(url.host, limits_(url.authority));
  }
  return *queue;
}

void HostQueues::update(HostQueue& queue) {
  if (queue.names == HostQueue::Names::not_asked && queue.waiting() > 0) {
    queue.names = HostQueue::Names::asked;
    by_host_.emplace(queue.host(), &queue);
    resolver_.ask(queue.host());
  }
  if (const auto found = ready_at_.find(&queue); found != ready_at_.end()) {
    ready_.erase({found->second, &queue});
    ready_at_.erase(found);
  }
  const auto next = queue.names == HostQueue::Names::known ? queue.next_start() : std::nullopt;
  if (next.has_value()) {
    ready_.emplace(*next, &queue);
    ready_at_.emplace(&queue, *next);
  }
}

HostQueue* HostQueues::ready(Time now) const {
  return ready_.empty() || ready_.begin()->first > now ? nullptr : ready_.begin()->second;
}

std::optional<HostQueues::Time> HostQueues::next_ready() const {
  return ready_.empty() ? std::nullopt : std::optional(ready_.begin()->first);
}

HostQueue* HostQueues::learn(const net::Resolution& resolution, HostQueue& queue) {
  using State = net::Resolution::State;
  using Standing = HostQueue::Standing;
  queue.names = HostQueue::Names::known;
  std::string_view refusal;
  for (const net::IpAddress& address : resolution.addresses) {
    const std::string_view refused = policy_.refusal(address);
    refusal = refused.empty() ? refusal : refused;
    if (refused.empty()) {
      queue.addresses.push_back(address);
    }
  }
  if (!queue.addresses.empty()) {
    return &queue;
  }
  if (!refusal.empty()) {
    queue.give_up(Standing::refused,
                  fmt::format("its host `{}` has a {} address, which is not asked", queue.host(), refusal));
  } else if (resolution.state == State::no_such_host) {
    queue.give_up(Standing::unknown, "");
  } else if (resolution.state == State::failed) {
    queue.give_up(Standing::silent, fmt::format("the name of its host `{}` could not be looked up", queue.host()));
  } else {
    queue.give_up(Standing::silent, fmt::format("its host `{}` has a name, but no address", queue.host()));
  }
  return &queue;
}

std::vector<HostQueue*> HostQueues::learn_names() {
  std::vector<HostQueue*> concerned;
  for (const net::Resolution& resolution : resolver_.answers()) {
    // What says the worst, or nothing, is asked for again.
    const bool is_bad =
        resolution.state == net::Resolution::State::no_such_host || resolution.state == net::Resolution::State::failed;
    if (is_bad && asked_twice_.insert(resolution.host).second) {
      resolver_.ask_first(resolution.host);
      continue;
    }
    const auto [begin, end] = by_host_.equal_range(resolution.host);
    for (auto entry = begin; entry != end; ++entry) {
      if (entry->second->names == HostQueue::Names::asked) {
        concerned.push_back(learn(resolution, *entry->second));
      }
    }
  }
  return concerned;
}

const HostQueue* HostQueues::slowest() const {
  const HostQueue* slowest = nullptr;
  for (const auto& [authority, queue] : by_authority_) {
    slowest = slowest == nullptr || queue->waiting() > slowest->waiting() ? queue.get() : slowest;
  }
  return slowest;
}

std::vector<HostQueue*> HostQueues::all() const {
  std::vector<HostQueue*> queues;
  for (const auto& [authority, queue] : by_authority_) {
    queues.push_back(queue.get());
  }
  return queues;
}

}  // namespace macrolint
