#include "link/url.h"

#include <algorithm>
#include <cstddef>

#include "source/characters.h"

namespace macrolint {

namespace {

int hexadecimal(char byte) {
  if (is_digit(byte)) {
    return byte - '0';
  }
  const char lower = to_lower_ascii(byte);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The length of the scheme before a colon; 0 if the text has none.
std::size_t scheme_size(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) {
    return 0;
  }
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == ':') {
      return at;
    }
    if (!is_letter(text[at]) && !is_digit(text[at]) && text[at] != '+' && text[at] != '-' && text[at] != '.') {
      return 0;
    }
  }
  return 0;
}

template <typename MayStay>
std::string encoded(std::string_view text, const MayStay& may_stay) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  for (const char byte : text) {
    if (is_beyond_ascii(byte) || may_stay(byte)) {
      result += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      result += '%';
      result += digits[value / 16];
      result += digits[value % 16];
    }
  }
  return result;
}

bool may_stand_in_path(char byte) {
  return is_ascii_word_byte(byte) || std::string_view("-.~!$*+,;=:@/").find(byte) != std::string_view::npos;
}

}  // namespace

Url split_url(std::string_view text) {
  Url url;
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    url.has_fragment = true;
    url.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != std::string_view::npos) {
    url.has_query = true;
    url.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (const std::size_t size = scheme_size(text); size > 0) {
    url.scheme = text.substr(0, size);
    text.remove_prefix(size + 1);
  }
  if (text.starts_with("//")) {
    url.has_authority = true;
    const std::size_t end = std::min(text.find('/', 2), text.size());
    url.authority = text.substr(2, end - 2);
    text.remove_prefix(end);
  }
  url.path = text;
  return url;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hexadecimal(text[at + 1]) : -1;
    const int low = high >= 0 ? hexadecimal(text[at + 2]) : -1;
    if (low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

std::string percent_encoded(std::string_view text) {
  return encoded(text, [](char byte) { return may_stand_in_path(byte); });
}

std::string safe_in_destination(std::string_view address) {
  return encoded(address, [](char byte) {
    return byte != ';' && (may_stand_in_path(byte) || byte == '%' || byte == '&' || byte == '?' || byte == '#');
  });
}

std::string resolved_path(std::string_view base, std::string_view path) {
  std::string resolved;
  const auto append = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t slash = text.find('/');
      const std::string_view segment = text.substr(0, slash);
      const bool last = slash == std::string_view::npos;
      if (segment == "..") {
        resolved.resize(resolved.size() < 2 ? resolved.size() : resolved.rfind('/', resolved.size() - 2) + 1);
      } else if (segment != ".") {
        resolved += segment;
        resolved += last ? "" : "/";
      }
      text.remove_prefix(last ? text.size() : slash + 1);
    }
  };
  resolved = "/";
  if (!path.starts_with('/')) {
    append(base.substr(0, base.rfind('/') + 1).substr(base.starts_with('/') ? 1 : 0));
  } else {
    path.remove_prefix(1);
  }
  append(path);
  return resolved;
}

std::string without_double_slashes(std::string path) {
  path.erase(std::unique(path.begin(), path.end(), [](char left, char right) { return left == '/' && right == '/'; }),
             path.end());
  return path;
}

bool leads_above_root(std::string_view base, std::string_view path) {
  std::ptrdiff_t depth = path.starts_with('/') ? 0 : std::count(base.begin(), base.end(), '/') - 1;
  while (!path.empty() && depth >= 0) {
    const std::string_view segment = path.substr(0, path.find('/'));
    if (segment == "..") {
      --depth;
    } else if (segment != "." && !segment.empty()) {
      ++depth;
    }
    path.remove_prefix(std::min(segment.size() + 1, path.size()));
  }
  return depth < 0;
}

std::string without_line_breaks(std::string_view text) {
  std::string address(text);
  std::erase_if(address, [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; });
  return address;
}

std::string relative_path(std::string_view base, std::string_view target) {
  const auto [end, other] = std::mismatch(base.begin(), base.end(), target.begin(), target.end());
  const std::string_view common = base.substr(0, static_cast<std::size_t>(end - base.begin()));
  // Up to the last folder that both lie in.
  const std::size_t shared = common.rfind('/') + 1;
  std::string path;
  for (auto up = std::count(base.begin() + static_cast<std::ptrdiff_t>(shared), base.end(), '/'); up > 0; --up) {
    path += "../";
  }
  path += target.substr(shared);
  return path.empty() ? "./" : path;
}

}  // namespace macrolint
