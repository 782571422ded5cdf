// Stands in for src/library/late_library.cpp: a static program cannot load libraries, and has what it needs of libgit2
// in itself.
#include "library/late_library.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "git/libgit2.h"

namespace macrolint {

void* LateLibrary::handle() const {
  static char linked = 0;
  return std::string_view(file_) == MACROLINT_LIBGIT2 ? &linked : nullptr;
}

void* LateLibrary::function(const char* name) const {
#define MACROLINT_LINKED(function) std::pair{std::string_view(#function), reinterpret_cast<void*>(&::function)},
  static const std::array functions = {MACROLINT_LIBGIT2_FUNCTIONS(MACROLINT_LINKED)};
  for (const auto& [known, address] : functions) {
    if (known == name) {
      return address;
    }
  }
  std::abort();
}

}  // namespace macrolint
