#include "diagnostic/in_backticks.h"

namespace macrolint {

std::string in_backticks(std::string_view text) {
  constexpr std::size_t limit = 80;
  std::string_view kept = text.substr(0, limit);
  if (kept.size() < text.size()) {
    // Not in the middle of a character.
    while (!kept.empty() && (static_cast<unsigned char>(text[kept.size()]) & 0xC0U) == 0x80U) {
      kept.remove_suffix(1);
    }
  }
  std::string result = "`";
  for (const char byte : kept) {
    const bool is_space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (!is_space || !result.ends_with(' ')) {
      result += is_space ? ' ' : byte;
    }
  }
  result += kept.size() < text.size() ? "…`" : "`";
  return result;
}

}  // namespace macrolint
