#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace macrolint {

/// Calls `work(index)` for every index below `count` on up to `jobs` threads. Each index is done once; the order
/// is not defined, so `work` writes its result to a place of its own. The first exception of any of them, such as
/// one for want of memory, ends the work and is thrown on.
template <typename Work>
void for_each_index(std::size_t count, unsigned jobs, const Work& work) {
  // Handed out in small runs: few enough to spread the large files, long enough to keep threads apart.
  constexpr std::size_t run = 8;
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::once_flag failed;
  const auto worker = [&] {
    try {
      for (std::size_t begin = next.fetch_add(run); begin < count; begin = next.fetch_add(run)) {
        for (std::size_t index = begin; index < std::min(begin + run, count); ++index) {
          work(index);
        }
      }
    } catch (...) {
      next = count;
      std::call_once(failed, [&] { failure = std::current_exception(); });
    }
  };
  const std::size_t threads = std::min<std::size_t>(std::max(jobs, 1U), count / run + 1);
  {
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads; ++thread) {
      others.emplace_back(worker);
    }
    worker();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace macrolint
