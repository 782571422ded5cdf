#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <vector>

#include "threads/threads.h"

namespace macrolint {

/// Calls `work(index)` for every index below `count` on up to `jobs` threads. Each index is done once; the order
/// is not defined, so `work` writes its result to a place of its own. The first exception of any of them ends the
/// work and is thrown on.
template <typename Work>
void for_each_index(std::size_t count, unsigned jobs, const Work& work) {
  // Handed out in small runs: few enough to spread the large files, long enough to keep threads apart.
  constexpr std::size_t run = 8;
  std::atomic<std::size_t> next{0};
  const auto worker = [&] {
    for (std::size_t begin = next.fetch_add(run); begin < count; begin = next.fetch_add(run)) {
      for (std::size_t index = begin; index < std::min(begin + run, count); ++index) {
        work(index);
      }
    }
  };
  const auto useful = static_cast<unsigned>(std::min<std::size_t>(jobs, count / run + 1));
  on_threads(useful, worker, [&] { next = count; });
}

/// Does a few things that have nothing to do with each other on up to `jobs` threads, the first ones first. Exceptions
/// are thrown on as above.
inline void at_once(unsigned jobs, const std::vector<std::function<void()>>& tasks) {
  std::atomic<std::size_t> next{0};
  const auto worker = [&] {
    for (std::size_t index = next++; index < tasks.size(); index = next++) {
      tasks[index]();
    }
  };
  const auto useful = static_cast<unsigned>(std::min<std::size_t>(jobs, tasks.size()));
  on_threads(useful, worker, [&] { next = tasks.size(); });
}

}  // namespace macrolint
