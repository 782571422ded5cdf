#include "output/sarif_text.h"

#include <uriparser/Uri.h>

#include <vector>

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
  constexpr std::size_t largest_escape = 3;
  std::vector<char> escaped(path.size() * largest_escape + 1);
  std::string uri;
  for (bool more = true; more;) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    more = slash != std::string_view::npos;
    const char* end =
        uriEscapeExA(segment.data(), segment.data() + segment.size(), escaped.data(), URI_FALSE, URI_FALSE);
    uri.append(escaped.data(), static_cast<std::size_t>(end - escaped.data()));
    uri += more ? "/" : "";
    path.remove_prefix(more ? slash + 1 : path.size());
  }
  return uri;
}

std::string file_uri(std::string_view path) { return "file://" + relative_uri(path); }

}  // namespace macrolint
