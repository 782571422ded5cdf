#include "index/title_key.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace macrolint {

namespace {

/// Canonical composition and case folding (Unicode 3.13), so that `Ä` equals `ä` however they are encoded.
std::string fold_case(std::string_view text) {
  utf8proc_uint8_t* folded = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &folded, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  if (size < 0) {
    return std::string(text);
  }
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded, &std::free);
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

}  // namespace

std::string title_key(std::string_view title) {
  const std::string folded = fold_case(title);
  std::string key;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80) {
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
