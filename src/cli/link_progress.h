#pragma once

#include <chrono>

#include "cli/console.h"
#include "external/dispatch.h"

namespace macrolint::cli {

/// Shows how far the check of links is: on a terminal by a line that is written again and again, elsewhere by a log
/// line now and then.
class LinkProgressView {
 public:
  explicit LinkProgressView(Console& console);
  LinkProgressView(const LinkProgressView&) = delete;
  LinkProgressView& operator=(const LinkProgressView&) = delete;
  ~LinkProgressView();

  void show(const LinkProgress& progress);
  /// Takes the line away.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  Console& console_;
  bool on_terminal_;
  bool has_line_ = false;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_line_ = begin_;
};

}  // namespace macrolint::cli
