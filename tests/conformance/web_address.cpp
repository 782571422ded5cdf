#include "conformance/web_address.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace macrolint::conformance {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

/// Browsers trim spaces and drop line breaks and tabs.
std::string without_breaks(std::string_view address) {
  const auto is_space = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!address.empty() && is_space(address.front())) {
    address.remove_prefix(1);
  }
  while (!address.empty() && is_space(address.back())) {
    address.remove_suffix(1);
  }
  std::string result(address);
  std::erase_if(result, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return result;
}

/// The scheme at the front, or an empty text.
std::string scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(address.front())) {
    return "";
  }
  const std::string_view scheme = address.substr(0, colon);
  const bool valid = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
  return valid ? lower(scheme) : "";
}

/// Resolves `.` and `..`, which may be percent-encoded, and decodes each segment.
std::string clean_path(std::string_view path) {
  std::vector<std::string> segments;
  std::size_t begin = path.substr(0, 1) == "/" ? 1 : 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    const std::string segment = percent_decoded(path.substr(begin, end - begin));
    const bool is_last = end == path.size();
    if (segment == ".." && !segments.empty()) {
      segments.pop_back();
    }
    if (segment != "." && segment != "..") {
      segments.push_back(segment);
    } else if (is_last) {
      segments.emplace_back();
    }
    begin = end + 1;
  }
  std::string result;
  for (const std::string& segment : segments) {
    result += '/';
    result += segment;
  }
  return result.empty() ? "/" : result;
}

/// Cuts `text` at the first of `separator` and returns what follows it.
std::string cut(std::string& text, char separator, bool& found) {
  const std::size_t at = text.find(separator);
  found = at != std::string::npos;
  if (!found) {
    return "";
  }
  std::string rest = text.substr(at + 1);
  text.resize(at);
  return rest;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const char* digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      result += static_cast<char>(value);
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

WebAddress resolve_address(std::string_view address, const WebAddress& base) {
  std::string rest = without_breaks(address);
  WebAddress result;
  result.origin = base.origin;
  bool has_fragment = false;
  result.fragment = percent_decoded(cut(rest, '#', has_fragment));
  cut(rest, '?', result.has_query);
  std::string scheme = scheme_of(rest);
  if (!scheme.empty()) {
    rest.erase(0, scheme.size() + 1);
    if (scheme != "http" && scheme != "https") {
      result.origin = scheme;
      return result;
    }
  } else {
    scheme = base.origin.substr(0, base.origin.find("//"));
  }
  std::replace(rest.begin(), rest.end(), '\\', '/');
  if (rest.substr(0, 2) == "//") {
    const std::size_t path = std::min(rest.find('/', 2), rest.size());
    result.origin = scheme + lower(std::string_view(rest).substr(0, path));
    result.path = clean_path(rest.substr(path));
  } else if (rest.empty()) {
    result.path = base.path;
  } else if (rest.front() == '/') {
    result.path = clean_path(rest);
  } else {
    result.path = clean_path(base.path.substr(0, base.path.rfind('/') + 1) + rest);
  }
  return result;
}

WebAddress absolute_address(std::string_view address) { return resolve_address(address, {"https//", "/", "", false}); }

}  // namespace macrolint::conformance
