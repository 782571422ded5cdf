#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace macrolint {

// Bytes as the formats read here classify them, whatever the locale; those of the standard library depend on it.

[[nodiscard]] constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

[[nodiscard]] constexpr bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// HTML's and CommonMark's white space.
[[nodiscard]] constexpr bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/// The first byte at or behind `at` that is no white space, or the text's size.
[[nodiscard]] constexpr std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  return at;
}

[[nodiscard]] constexpr bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

/// A letter, digit or underscore of ASCII.
[[nodiscard]] constexpr bool is_ascii_word_byte(char byte) { return is_letter(byte) || is_digit(byte) || byte == '_'; }

/// The same, or a byte of any character beyond ASCII.
[[nodiscard]] constexpr bool is_word_byte(char byte) { return is_ascii_word_byte(byte) || is_beyond_ascii(byte); }

[[nodiscard]] constexpr char to_lower_ascii(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// The text with the letters of ASCII in lower case.
[[nodiscard]] inline std::string lower_case(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), to_lower_ascii);
  return lowered;
}

/// Whether `text` is `lower` (which is in lower case) in any case.
[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char left, char right) { return to_lower_ascii(left) == right; });
}

[[nodiscard]] constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return equals_ignoring_case(text.substr(0, lower.size()), lower);
}

[[nodiscard]] constexpr bool contains_ignoring_case(std::string_view text, std::string_view lower) {
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                     [](char left, char right) { return to_lower_ascii(left) == right; }) != text.end();
}

}  // namespace macrolint
