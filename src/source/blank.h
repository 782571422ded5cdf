#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace macrolint {

/// Overwrites bytes with spaces. Line ends stay, so that what is left still stands on its line.
inline void blank(std::string& text, std::size_t begin, std::size_t end) {
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
      [](char byte) { return byte != '\n'; }, ' ');
}

}  // namespace macrolint
