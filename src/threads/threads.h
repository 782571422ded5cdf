#pragma once

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace macrolint {

/// Calls `work()` on that many threads, this one among them, and waits for all. The first exception of any of them,
/// such as one for want of memory, is thrown on; before, `give_up()` tells the others to come to an end.
template <typename Work, typename GiveUp>
void on_threads(unsigned count, const Work& work, const GiveUp& give_up) {
  std::exception_ptr failure;
  std::once_flag failed;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      give_up();
      std::call_once(failed, [&] { failure = std::current_exception(); });
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < std::max(count, 1U); ++thread) {
      others.emplace_back(guarded);
    }
    guarded();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace macrolint
