#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// What is wrong with a link's destination, and what was most likely meant; both empty if nothing is.
struct LinkDefect {
  std::string message;
  std::string correction;
};

/// Judges the form of a destination, not whether anything is there. Only web addresses and what looks like one
/// are judged; relative destinations are as they are.
[[nodiscard]] LinkDefect find_link_defect(std::string_view url);

/// Whether a text with spaces is an address that somebody forgot to encode, rather than a remark.
[[nodiscard]] bool is_plausible_address(std::string_view text);
[[nodiscard]] std::string with_encoded_spaces(std::string_view text);

}  // namespace macrolint
