#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "source/source.h"

namespace macrolint {

[[nodiscard]] inline bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

/// Names that cannot be shown or written to JSON as they are; terminals would obey the control characters.
[[nodiscard]] inline bool is_printable_name(std::string_view name) {
  return find_invalid_utf8(name) == std::string_view::npos && std::none_of(name.begin(), name.end(), is_control);
}

/// The name with a question mark for each byte that may be at fault.
[[nodiscard]] inline std::string printable_name(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](char byte) { return is_control(byte) || static_cast<unsigned char>(byte) >= 0x80; },
      '?');
  return name;
}

// What listings say of files that are not read.
inline constexpr std::string_view unprintable_name =
    "has a name that is not UTF-8 or holds control characters; rename it";
inline constexpr std::string_view link_to_itself = "is a symbolic link that leads to itself";
inline constexpr std::string_view link_to_nothing = "is a symbolic link to something that does not exist";
inline constexpr std::string_view link_out_of_folder = "is a symbolic link that leaves the folder; it is not followed";
inline constexpr std::string_view too_many_names =
    "holds more than a million files; name the folder that holds the documents or macros";

/// More names than this in one configured folder mean that it is the wrong folder, such as `/`.
inline constexpr std::size_t maximum_names = 1'000'000;

}  // namespace macrolint
