#include "output/unique_names.h"

#include <fmt/format.h>

namespace macrolint {

std::string UniqueNames::unique(const std::string& name) {
  if (given_.insert(name).second) {
    return name;
  }
  unsigned& number = numbers_.try_emplace(name, 1U).first->second;
  std::string candidate;
  do {
    candidate = fmt::format("{} ({})", name, ++number);
  } while (!given_.insert(candidate).second);
  return candidate;
}

}  // namespace macrolint
