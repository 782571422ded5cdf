#include "page/front_matter.h"

#include <algorithm>
#include <array>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::uint32_t next_line(std::string_view text, std::uint32_t at) {
  const std::size_t end = text.find('\n', at);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end + 1);
}

/// A delimiter line holds the delimiter and nothing else but white space.
bool is_delimiter_line(std::string_view line, std::string_view delimiter) {
  return line.starts_with(delimiter) && line.find_first_not_of(" \t\r\n", delimiter.size()) == std::string_view::npos;
}

FrontMatter find_delimited(std::string_view text, std::uint32_t begin, std::string_view delimiter,
                           FrontMatter::Format format) {
  FrontMatter found;
  found.format = format;
  const std::uint32_t content = next_line(text, begin);
  for (std::uint32_t at = content; at < text.size();) {
    const std::uint32_t next = next_line(text, at);
    if (is_delimiter_line(text.substr(at, next - at), delimiter)) {
      found.whole = {begin, next};
      found.content = {content, at};
      return found;
    }
    at = next;
  }
  found.defect = FrontMatter::Defect::unterminated;
  found.whole = {begin, static_cast<std::uint32_t>(text.size())};
  found.content = {content, static_cast<std::uint32_t>(text.size())};
  return found;
}

/// The end of the JSON object that opens at `begin`, or the text's size.
std::uint32_t end_of_object(std::string_view text, std::uint32_t begin) {
  std::uint32_t depth = 0;
  bool quoted = false;
  for (std::uint32_t at = begin; at < text.size(); ++at) {
    const char byte = text[at];
    if (quoted) {
      if (byte == '\\') {
        ++at;
      } else if (byte == '"') {
        quoted = false;
      }
    } else if (byte == '"') {
      quoted = true;
    } else if (byte == '{') {
      ++depth;
    } else if (byte == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return static_cast<std::uint32_t>(text.size());
}

bool is_key_byte(char byte) { return is_ascii_word_byte(byte) || byte == '-'; }

/// A value that reads the same in every YAML parser: quoted without quotes or escapes inside, or beginning with a
/// letter or digit and free of what could begin a comment or another mapping.
bool is_simple_value(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front()) {
    const std::string_view inside = value.substr(1, value.size() - 2);
    return inside.find(value.front()) == std::string_view::npos && inside.find('\\') == std::string_view::npos;
  }
  const bool simple_start = !value.empty() && is_key_byte(value.front()) && value.front() != '-';
  return simple_start && value.find(": ") == std::string_view::npos && value.find(" #") == std::string_view::npos &&
         !value.ends_with(':') && value.find('\t') == std::string_view::npos;
}

}  // namespace

bool is_plain_mapping(std::string_view content) {
  constexpr std::size_t max_keys = 16;
  std::array<std::string_view, max_keys> keys;
  std::size_t count = 0;
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (line.empty()) {
      continue;
    }
    const std::size_t colon = line.find(':');
    const std::string_view key = line.substr(0, colon);
    const bool plain = colon != std::string_view::npos && colon > 0 && colon + 2 < line.size() &&
                       line[colon + 1] == ' ' && std::all_of(key.begin(), key.end(), is_key_byte) &&
                       key.front() != '-' && is_simple_value(line.substr(colon + 2));
    if (!plain || count == max_keys || std::find(keys.begin(), keys.begin() + count, key) != keys.begin() + count) {
      return false;
    }
    keys[count++] = key;
  }
  return true;
}

FrontMatter find_front_matter(std::string_view text) {
  const std::uint32_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const std::string_view line = text.substr(begin, next_line(text, begin) - begin);
  if (is_delimiter_line(line, "---")) {
    return find_delimited(text, begin, "---", FrontMatter::Format::yaml);
  }
  if (is_delimiter_line(line, "+++")) {
    return find_delimited(text, begin, "+++", FrontMatter::Format::toml);
  }
  // `{{` opens a shortcode, not an object.
  if (line.starts_with("{") && !line.starts_with("{{")) {
    FrontMatter found;
    found.format = FrontMatter::Format::json;
    const std::uint32_t end = end_of_object(text, begin);
    found.whole = {begin, end};
    found.content = found.whole;
    if (end == text.size() && !text.ends_with('}')) {
      found.defect = FrontMatter::Defect::unterminated;
    }
    return found;
  }
  return {};
}

}  // namespace macrolint
