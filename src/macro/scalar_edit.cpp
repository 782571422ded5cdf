#include "macro/scalar_edit.h"

#include <algorithm>
#include <array>
#include <string>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Whether the text without quotes is the same text for every reader, in brackets too. Rather too strict than not.
bool can_be_plain(std::string_view text) {
  constexpr std::array<std::string_view, 7> other_meaning = {"true", "false", "null", "yes", "no", "on", "off"};
  return !text.empty() && is_letter(text.front()) && text.back() != ' ' && text.back() != ':' &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         text.find_first_of("[]{},\"'\n") == std::string_view::npos &&
         std::find(other_meaning.begin(), other_meaning.end(), lower_case(text)) == other_meaning.end();
}

/// The text with something before each of these characters.
std::string with_escapes(std::string_view text, std::string_view characters, std::string_view before_each) {
  std::string escaped;
  for (const char byte : text) {
    escaped += characters.find(byte) == std::string_view::npos ? "" : before_each;
    escaped += byte;
  }
  return escaped;
}

}  // namespace

std::string scalar_text(yaml::Style style, std::string_view text) {
  if (style == yaml::Style::plain && can_be_plain(text)) {
    return std::string(text);
  }
  if (style == yaml::Style::double_quoted) {
    return '"' + with_escapes(text, "\"\\", "\\") + '"';
  }
  return '\'' + with_escapes(text, "'", "'") + '\'';
}

std::optional<Edit> scalar_edit(const Source& source, Span span, std::string_view text, std::string_view replacement) {
  std::string_view written = source.slice(span);
  const bool is_quoted =
      written.size() >= 2 && (written.front() == '"' || written.front() == '\'') && written.front() == written.back();
  if (is_quoted) {
    written = written.substr(1, written.size() - 2);
    ++span.begin;
    --span.end;
  }
  if (written != text) {
    return std::nullopt;
  }
  return Edit{{&source, span}, std::string(replacement)};
}

}  // namespace macrolint
