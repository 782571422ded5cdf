#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// The text between backticks, as messages name it: on one line, with white space folded and long text cut, so that
/// a message stays readable.
[[nodiscard]] std::string in_backticks(std::string_view text);

/// `a`, `b` or `c`, for "expected …".
template <typename Words>
[[nodiscard]] std::string choice_in_backticks(const Words& words) {
  std::string choice;
  std::size_t left = words.size();
  for (const std::string_view word : words) {
    --left;
    choice += in_backticks(word);
    choice += left > 1 ? ", " : left == 1 ? " or " : "";
  }
  return choice;
}

}  // namespace macrolint
