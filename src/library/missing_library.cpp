#include "library/missing_library.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

std::string debian_package_of(std::string_view file) {
  constexpr std::string_view separator = ".so.";
  const std::size_t at = std::min(file.find(separator), file.size());
  const std::string_view name = file.substr(0, at);
  const std::string_view version = file.substr(std::min(at + separator.size(), file.size()));
  const bool ends_in_digit = !name.empty() && is_digit(name.back());
  return lower_case(fmt::format("{}{}{}", name, ends_in_digit && !version.empty() ? "-" : "", version));
}

std::string missing_library(std::string_view file, std::string_view consequence) {
  return fmt::format(
      "The library `{}` is missing on this machine, so {}. Install it; Debian has it in the package `{}`.", file,
      consequence, debian_package_of(file));
}

}  // namespace macrolint
