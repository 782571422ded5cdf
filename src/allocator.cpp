#include <mimalloc.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/exit_status.h"
#include "cli/run.h"

// Linking mimalloc puts its `malloc` and `operator new` in the place of the system's, whose heaps grow by a call of the
// system for every few pages: a run makes hundreds of thousands of small pieces of memory on all threads, and most live
// until the end. Linked into the program alone; tests and sanitizers have the system's.

namespace {

/// mimalloc's `operator new` does not throw where there is no memory, but ends the program without a word.
void give_up(int error, void* /*argument*/) {
  if (error == ENOMEM) {
    (void)!::write(STDERR_FILENO, macrolint::cli::no_memory_message, std::strlen(macrolint::cli::no_memory_message));
    ::_exit(static_cast<int>(macrolint::cli::ExitStatus::failure));
  }
}

[[maybe_unused]] const bool is_registered = [] {
  mi_register_error(give_up, nullptr);
  return true;
}();

}  // namespace
