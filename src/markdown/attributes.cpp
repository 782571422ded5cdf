#include "markdown/attributes.h"

#include "source/characters.h"

namespace macrolint {

namespace {

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_name_byte(char byte) { return is_ascii_word_byte(byte) || byte == ':' || byte == '.' || byte == '-'; }

/// What may stand behind `#` or `.`: everything but white space and most punctuation.
bool is_short_form_byte(char byte) { return is_name_byte(byte) || is_beyond_ascii(byte); }

std::size_t end_of_name(std::string_view line, std::size_t at) {
  while (at < line.size() && is_name_byte(line[at])) {
    ++at;
  }
  return at;
}

/// A quoted string, number or word; nested lists and objects occur with code blocks only and are not taken.
std::optional<Span> read_value(std::string_view line, std::size_t& at) {
  if (at < line.size() && line[at] == '"') {
    const std::size_t begin = ++at;
    while (at < line.size() && line[at] != '"') {
      at += line[at] == '\\' ? 2 : 1;
    }
    if (at >= line.size()) {
      return std::nullopt;
    }
    return span_of(begin, at++);
  }
  const std::size_t begin = at;
  if (at < line.size() && (line[at] == '+' || line[at] == '-')) {
    ++at;
  }
  at = end_of_name(line, at);
  return at == begin ? std::nullopt : std::optional(span_of(begin, at));
}

/// Reads `#id`, `.class` or `key=value` and moves behind it.
bool read_attribute(std::string_view line, std::size_t& at, AttributeList& list) {
  const auto set_id = [&list](Span id) {
    list.id = list.has_id ? list.id : id;
    list.has_id = true;
  };
  if (line[at] == '#' || line[at] == '.') {
    const bool is_id = line[at] == '#';
    const std::size_t begin = ++at;
    while (at < line.size() && is_short_form_byte(line[at])) {
      ++at;
    }
    if (is_id) {
      set_id(span_of(begin, at));
    }
    return true;
  }
  const std::size_t begin = at;
  at = end_of_name(line, at);
  const std::string_view name = line.substr(begin, at - begin);
  at = skip_spaces(line, at);
  if (name.empty() || !(is_letter(name.front()) || name.front() == '_' || name.front() == ':') || at >= line.size() ||
      line[at] != '=') {
    return false;
  }
  at = skip_spaces(line, at + 1);
  const std::optional<Span> value = read_value(line, at);
  if (value.has_value() && name == "id") {
    set_id(*value);
  }
  return value.has_value();
}

}  // namespace

std::optional<AttributeList> read_attributes(std::string_view line, std::size_t at) {
  AttributeList list;
  ++at;
  while (true) {
    at = skip_spaces(line, at);
    if (at >= line.size()) {
      return std::nullopt;
    }
    if (line[at] == '}') {
      list.end = at + 1;
      return list;
    }
    if (!read_attribute(line, at, list)) {
      return std::nullopt;
    }
    at = skip_spaces(line, at);
    if (at < line.size() && line[at] == ',') {
      ++at;
    }
  }
}

}  // namespace macrolint
