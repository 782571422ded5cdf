#include <mimalloc.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "cli/exit_status.h"
#include "cli/run.h"

// Linking mimalloc puts its `malloc` and `operator new` in the place of the system's, whose heaps grow page by page: a
// run makes some hundred thousand small pieces of memory on all threads, and most live until the end. Linked into the
// program alone; tests and sanitizers have the system's.

namespace {

/// mimalloc's `operator new` does not throw where there is no memory, but ends the program without a word.
void give_up(int error, void* /*argument*/) {
  if (error == ENOMEM) {
    (void)!::write(STDERR_FILENO, macrolint::cli::no_memory_message, std::strlen(macrolint::cli::no_memory_message));
    ::_exit(static_cast<int>(macrolint::cli::ExitStatus::failure));
  }
}

/// mimalloc takes memory in pieces of 32 MB at once, of which the system backs what is used. The first piece of a
/// thread is for small jobs; the others come in large pages, which mimalloc otherwise leaves to an environment
/// variable.
void set_options(int /*argument_count*/, char** /*arguments*/, char** /*environment*/) {
  mi_option_set(mi_option_large_os_pages, 1);
  mi_register_error(give_up, nullptr);
}

/// Done before any library begins to take memory, since mimalloc makes its plans then.
[[gnu::section(".preinit_array"), gnu::used]] const std::array set_first = {&set_options};

}  // namespace
