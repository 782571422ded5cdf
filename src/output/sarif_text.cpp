#include "output/sarif_text.h"

#include <fmt/format.h>

#include <iterator>

#include "source/characters.h"

namespace macrolint {

std::string sarif_message(std::string_view text) {
  std::string message;
  message.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{' || text[at] == '}') {
      message += text[at];
    } else if (text.substr(at).starts_with("](")) {
      message += '\\';
    }
    message += text[at];
  }
  return message;
}

std::string relative_uri(std::string_view path) {
  constexpr std::string_view unreserved_marks = "-._~";
  std::string uri;
  for (const char byte : path) {
    if (is_letter(byte) || is_digit(byte) || byte == '/' || unreserved_marks.find(byte) != std::string_view::npos) {
      uri += byte;
    } else {
      fmt::format_to(std::back_inserter(uri), "%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return uri;
}

std::string file_uri(std::string_view path) { return "file://" + relative_uri(path); }

}  // namespace macrolint
