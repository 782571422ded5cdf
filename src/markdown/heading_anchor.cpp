#include "markdown/heading_anchor.h"

#include <algorithm>

#include "markdown/attributes.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_level = 6;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

Line line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t after = text.find('\n', at);
  return {before == std::string_view::npos ? 0 : before + 1, after == std::string_view::npos ? text.size() : after};
}

Line trimmed(std::string_view text, Line line) {
  while (line.begin < line.end && is_blank(text[line.begin])) {
    ++line.begin;
  }
  while (line.end > line.begin && is_blank(text[line.end - 1])) {
    --line.end;
  }
  return line;
}

/// Behind the marks of block quotes and list items that the line begins with. Those of a list are taken for marks
/// only where text follows them, so that a rule such as `---` stays.
std::size_t behind_containers(std::string_view text, Line line) {
  std::size_t at = line.begin;
  while (at < line.end) {
    if (is_blank(text[at]) || text[at] == '>') {
      ++at;
      continue;
    }
    std::size_t mark = at;
    while (mark < line.end && is_digit(text[mark])) {
      ++mark;
    }
    const bool ordered = mark > at && mark < line.end && (text[mark] == '.' || text[mark] == ')');
    const bool bullet = mark == at && (text[mark] == '-' || text[mark] == '*' || text[mark] == '+');
    if (!(ordered || bullet) || mark + 1 >= line.end || !is_blank(text[mark + 1])) {
      return at;
    }
    at = mark + 2;
  }
  return at;
}

/// Takes the closing run of `#` off an ATX heading, as CommonMark 4.2 says.
Line without_closing_marks(std::string_view text, Line line) {
  std::size_t end = line.end;
  while (end > line.begin && text[end - 1] == '#') {
    --end;
  }
  if (end < line.end && (end == line.begin || is_blank(text[end - 1]))) {
    line.end = end;
  }
  return trimmed(text, line);
}

/// The attributes that a heading's line ends with; `begin` becomes the offset of their brace. Goldmark tries every
/// brace and keeps the last one that is well formed, if nothing follows it.
std::optional<AttributeList> closing_attributes(std::string_view text, Line line, std::size_t& begin) {
  if (line.end == line.begin || text[line.end - 1] != '}') {
    return std::nullopt;
  }
  const std::size_t brace = text.substr(line.begin, line.end - line.begin).rfind('{');
  const std::size_t open = line.begin + brace;
  if (brace == std::string_view::npos || (brace > 0 && text[open - 1] == '\\')) {
    return std::nullopt;
  }
  const auto attributes = read_attributes(text.substr(0, line.end), open);
  if (!attributes.has_value() || attributes->end != line.end) {
    return std::nullopt;
  }
  begin = open;
  return attributes;
}

Span span_of(Line line) { return {static_cast<std::uint32_t>(line.begin), static_cast<std::uint32_t>(line.end)}; }

}  // namespace

Anchor heading_anchor(std::string_view text, std::uint32_t at) {
  const Line whole = line_around(text, at);
  const std::size_t first = behind_containers(text, whole);
  std::size_t marks = first;
  while (marks < whole.end && text[marks] == '#') {
    ++marks;
  }
  const bool atx = marks > first && marks - first <= max_level && (marks == whole.end || is_blank(text[marks]));
  Line line = trimmed(text, {atx ? marks : first, whole.end});
  if (atx) {
    line = without_closing_marks(text, line);
  }
  std::size_t brace = line.end;
  if (const auto attributes = closing_attributes(text, line, brace)) {
    if (attributes->has_id) {
      return {Anchor::Kind::given, attributes->id, {}};
    }
    line = trimmed(text, {line.begin, brace});
    line = atx ? without_closing_marks(text, line) : line;
  }
  return {Anchor::Kind::heading, span_of(line), {}};
}

Span block_id(std::string_view text, std::uint32_t begin) {
  const Line whole = line_around(text, begin);
  const Line line = trimmed(text, {behind_containers(text, whole), whole.end});
  // Only the first brace of a line counts, so that a line of many is read once.
  if (line.begin != begin || text[line.end - 1] != '}') {
    return {};
  }
  const auto attributes = read_attributes(text.substr(0, line.end), line.begin);
  return attributes.has_value() && attributes->end == line.end ? attributes->id : Span{};
}

bool follows_text(std::string_view text, std::uint32_t at) {
  const Line line = line_around(text, at);
  if (line.begin == 0) {
    return false;
  }
  const Line above = trimmed(text, line_around(text, line.begin - 1));
  return above.begin < above.end;
}

std::size_t indentation_of(std::string_view text, std::uint32_t at) {
  std::size_t begin = at;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) {
    --begin;
  }
  return at - begin;
}

}  // namespace macrolint
