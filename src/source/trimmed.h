#pragma once

#include <string_view>

#include "source/characters.h"

namespace macrolint {

/// The text without the white space at its ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  text.remove_prefix(skip_spaces(text, 0));
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace macrolint
