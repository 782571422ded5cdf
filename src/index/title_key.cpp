#include "index/title_key.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Case folding (Unicode 3.13) and compatible composition, so that `Ä` equals `ä` however they are encoded, and wide
/// letters equal narrow ones. What nobody sees, such as a soft hyphen, is left out.
std::string fold_case(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_beyond_ascii)) {
    // Control characters, which Unicode would leave out, are no part of a key anyway.
    return lower_case(text);
  }
  utf8proc_uint8_t* folded = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &folded,
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  if (size < 0) {
    return std::string(text);
  }
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded, &std::free);
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

/// Length of the character beyond ASCII at `at` if it is a space or punctuation, such as a dash; else 0.
std::size_t punctuation_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t character = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                                 static_cast<utf8proc_ssize_t>(text.size() - at), &character);
  if (size <= 0) {
    return 0;
  }
  const auto category = utf8proc_category(character);
  const bool is_punctuation = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
  const bool is_separator = category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
  return is_punctuation || is_separator ? static_cast<std::size_t>(size) : 0;
}

}  // namespace

std::string title_key(std::string_view title) {
  const std::string folded = fold_case(title);
  std::string key;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if (const std::size_t size = byte >= 0x80 ? punctuation_at(folded, at) : 0) {
      at += size - 1;
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80) {
      key += folded[at];
    } else if (folded.compare(at, 2, "::") == 0) {
      key += "::";
      ++at;
    }
  }
  return key;
}

std::vector<std::string> title_suffix_keys(std::string_view key) {
  std::vector<std::string> suffixes;
  for (std::size_t at = key.find("::"); at != std::string_view::npos; at = key.find("::", at + 2)) {
    suffixes.emplace_back(key.substr(at + 2));
  }
  return suffixes;
}

}  // namespace macrolint
