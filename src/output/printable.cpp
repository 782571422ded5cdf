#include "output/printable.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

namespace macrolint {

namespace {

constexpr std::int32_t zero_width_non_joiner = 0x200C;
constexpr std::int32_t zero_width_joiner = 0x200D;

/// Joiners have no shape of their own, but emoji and several scripts are written with them.
bool has_shape(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    case UTF8PROC_CATEGORY_CF:
      return character == zero_width_joiner || character == zero_width_non_joiner;
    default:
      return true;
  }
}

Cell escaped(std::string text, std::uint32_t bytes) {
  const auto width = static_cast<std::uint32_t>(text.size());
  return {std::move(text), width, bytes};
}

std::string escape_of_control(char control) {
  switch (control) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return fmt::format("\\x{:02X}", static_cast<unsigned char>(control));
  }
}

}  // namespace

Cell first_cell(std::string_view text) {
  utf8proc_int32_t character = 0;
  const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                   static_cast<utf8proc_ssize_t>(text.size()), &character);
  if (length <= 0) {
    return escaped(fmt::format("\\x{:02X}", static_cast<unsigned char>(text.front())), 1);
  }
  const auto bytes = static_cast<std::uint32_t>(length);
  if (character < 0x80 && utf8proc_category(character) == UTF8PROC_CATEGORY_CC) {
    return escaped(escape_of_control(text.front()), bytes);
  }
  if (!has_shape(character)) {
    return escaped(fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(character)), bytes);
  }
  const auto width = static_cast<std::uint32_t>(std::max(utf8proc_charwidth(character), 0));
  return {std::string(text.substr(0, bytes)), width, bytes};
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte >= 0x20 && byte < 0x7F) {
      result += text.front();
      text.remove_prefix(1);
      continue;
    }
    const Cell cell = first_cell(text);
    result += cell.text;
    text.remove_prefix(cell.bytes);
  }
  return result;
}

}  // namespace macrolint
