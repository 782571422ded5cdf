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

bool is_simply_quoted(std::string_view value) {
  if (value.size() < 2 || (value.front() != '"' && value.front() != '\'') || value.back() != value.front()) {
    return false;
  }
  const std::string_view inside = value.substr(1, value.size() - 2);
  return inside.find(value.front()) == std::string_view::npos && inside.find('\\') == std::string_view::npos;
}

/// A value that reads the same in every YAML parser: quoted without quotes or escapes inside, or beginning with a
/// letter, digit or slash and free of what could begin a comment or another mapping.
bool is_simple_value(std::string_view value) {
  const bool simple_start =
      !value.empty() && ((is_key_byte(value.front()) && value.front() != '-') || value.front() == '/');
  if (!simple_start) {
    return is_simply_quoted(value);
  }
  return value.find(": ") == std::string_view::npos && value.find(" #") == std::string_view::npos &&
         !value.ends_with(':') && value.find('\t') == std::string_view::npos;
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// `[one, "two", three]` with nothing else in it, or `[]`.
bool is_simple_list(std::string_view value) {
  if (value.size() < 2 || value.front() != '[' || value.back() != ']') {
    return false;
  }
  value = value.substr(1, value.size() - 2);
  if (without_spaces(value).empty()) {
    return true;
  }
  for (std::size_t end = 0; end != std::string_view::npos; value.remove_prefix(std::min(end, value.size() - 1) + 1)) {
    end = value.find(',');
    const std::string_view item = without_spaces(value.substr(0, end));
    const bool plain_bytes = std::all_of(item.begin(), item.end(), [](char byte) {
      return is_key_byte(byte) || byte == ' ' || byte == '.' || byte == '/';
    });
    if (item.empty() || !(is_simply_quoted(item) || (plain_bytes && is_simple_value(item)))) {
      return false;
    }
  }
  return true;
}

/// Takes the first line off, without its line end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

/// Takes the indented lines off that stand below a key with `>-`, `>`, `|-` or `|`; false if there is none, or one that
/// is empty or indented otherwise than the first.
bool take_simple_block(std::string_view header, std::string_view& content) {
  if (header != " >-" && header != " >" && header != " |-" && header != " |") {
    return false;
  }
  const std::size_t indentation = std::min(content.find_first_not_of(' '), content.size());
  bool found = false;
  while (content.starts_with(' ') || content.starts_with('\n')) {
    const std::string_view line = take_line(content);
    if (line.find_first_not_of(' ') != indentation || line.find('\t') != std::string_view::npos) {
      return false;
    }
    found = true;
  }
  return found;
}

/// Whether the next line sets a key, so that the one before has no value.
bool begins_with_key(std::string_view content) {
  return content.empty() || (is_key_byte(content.front()) && content.front() != '-');
}

/// Takes the lines `- value` off that stand below a key; false if there is none or one of another kind.
bool take_simple_items(std::string_view& content) {
  const std::size_t indentation = std::min(content.find_first_not_of(' '), content.size());
  bool found = false;
  while (content.size() > indentation && content.find_first_not_of(' ') == indentation &&
         content.substr(indentation).starts_with("- ")) {
    if (!is_simple_value(take_line(content).substr(indentation + 2))) {
      return false;
    }
    found = true;
  }
  return found;
}

}  // namespace

bool is_plain_mapping(std::string_view content) {
  constexpr std::size_t max_keys = 16;
  std::array<std::string_view, max_keys> keys;
  std::size_t count = 0;
  while (!content.empty()) {
    const std::string_view line = take_line(content);
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::size_t colon = line.find(':');
    const std::string_view key = line.substr(0, colon);
    const bool plain_key = colon != std::string_view::npos && colon > 0 &&
                           std::all_of(key.begin(), key.end(), is_key_byte) && key.front() != '-';
    if (!plain_key || count == max_keys || std::find(keys.begin(), keys.begin() + count, key) != keys.begin() + count) {
      return false;
    }
    keys[count++] = key;
    const std::string_view value = line.substr(colon + 1);
    const bool plain_value = value.size() > 1 && value.front() == ' ' &&
                             (is_simple_value(value.substr(1)) || is_simple_list(value.substr(1)));
    const bool plain_lines = value.empty() ? begins_with_key(content) || take_simple_items(content)
                                           : !plain_value && take_simple_block(value, content);
    if (!plain_value && !plain_lines) {
      return false;
    }
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
