#pragma once

#include <csignal>

namespace macrolint::cli {

/// While it lives, the first Ctrl-C, or the like from a script, ends nothing but asks to come to an end; the second one
/// ends the process as ever.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  [[nodiscard]] static bool is_wanted();

 private:
  struct sigaction interrupt_before_ {};
  struct sigaction terminate_before_ {};
};

}  // namespace macrolint::cli
