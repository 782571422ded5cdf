#pragma once

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace macrolint {

/// Calls `take` with each character of UTF-8 text; bytes that are none are passed over.
template <typename Take>
void for_each_character(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                                   static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    if (size > 0) {
      take(character);
    }
    at += static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 1));
  }
}

/// Appends the character in lower case, as Go's `unicode.ToLower` has it: one character for one.
inline void append_lower(std::string& text, utf8proc_int32_t character) {
  std::array<utf8proc_uint8_t, 4> encoded{};
  const utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(character), encoded.data());
  text.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
}

/// Go's `unicode.IsLetter` and `unicode.IsDigit`.
inline bool is_letter_or_digit(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

/// Go's `unicode.IsMark`.
inline bool is_mark(utf8proc_int32_t character) {
  const utf8proc_category_t category = utf8proc_category(character);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

}  // namespace macrolint
