#include "external/host_queue.h"

#include <algorithm>

namespace macrolint {

std::optional<HostQueue::Time> HostQueue::next_start() const {
  if (active_ >= limits_.concurrency || (waiting_.empty() && later_.empty())) {
    return std::nullopt;
  }
  return waiting_.empty() ? std::max(next_start_, later_.begin()->first) : next_start_;
}

std::size_t HostQueue::take(Time now) {
  std::size_t target = 0;
  if (!later_.empty() && later_.begin()->first <= now) {
    target = later_.begin()->second;
    later_.erase(later_.begin());
  } else {
    target = waiting_.front();
    waiting_.pop_front();
  }
  ++active_;
  began_ = began_.value_or(now);
  next_start_ = std::max(now, next_start_) + std::chrono::microseconds(1'000'000 / limits_.rate);
  return target;
}

std::vector<std::size_t> HostQueue::take_all() {
  std::vector<std::size_t> targets(waiting_.begin(), waiting_.end());
  for (const auto& [when, target] : later_) {
    targets.push_back(target);
  }
  waiting_.clear();
  later_.clear();
  return targets;
}

}  // namespace macrolint
