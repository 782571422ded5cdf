#include "library/late_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace macrolint {

void* LateLibrary::handle() const {
  void* known = handle_.load(std::memory_order_acquire);
  if (known == nullptr) {
    // Two threads may get here at once; both get the same handle.
    known = dlopen(file_, RTLD_NOW | RTLD_LOCAL);
    handle_.store(known, std::memory_order_release);
  }
  return known;
}

void* LateLibrary::function(const char* name) const {
  void* library = handle();
  void* found = library == nullptr ? nullptr : dlsym(library, name);
  if (found == nullptr) {
    fmt::print(stderr, "error: The library `{}` has no function `{}`. Install the one that came with this program.\n",
               file_, name);
    std::abort();
  }
  return found;
}

}  // namespace macrolint
