#include "yaml/scalar_place.h"

#include <algorithm>
#include <optional>

namespace macrolint::yaml {

namespace {

std::uint32_t end_of_line(std::string_view text, std::uint32_t at) {
  const std::size_t end = text.find('\n', at);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end);
}

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

/// Skips `&anchor` and `!tag`, in either order, with the space behind them.
std::uint32_t skip_properties(std::string_view text, std::uint32_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    while (at < text.size() && !is_blank(text[at]) && text[at] != '\n') {
      ++at;
    }
    while (at < text.size() && (is_blank(text[at]) || text[at] == '\n')) {
      ++at;
    }
  }
  return at;
}

/// Behind the closing quotation mark; nothing if there is none.
std::optional<std::uint32_t> end_of_quoted(std::string_view text, std::uint32_t begin, char quote) {
  for (std::uint32_t at = begin + 1; at < text.size(); ++at) {
    const bool doubled = quote == '\'' && text.substr(at, 2) == "''";
    const bool escaped = quote == '"' && text[at] == '\\';
    if (doubled || escaped) {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    }
  }
  return std::nullopt;
}

std::size_t indentation(std::string_view line) {
  return static_cast<std::size_t>(std::find_if(line.begin(), line.end(), [](char c) { return c != ' '; }) -
                                  line.begin());
}

/// How far the collection is indented that the scalar at `begin` belongs to: for a value that of its key, for an item
/// that of its dash.
std::size_t parent_indentation(std::string_view text, std::uint32_t begin) {
  const std::size_t start = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  std::size_t dash = 0;
  std::size_t at = start;
  while (at < begin && (text[at] == ' ' || (text[at] == '-' && at + 1 < text.size() && text[at + 1] == ' '))) {
    dash = text[at] == '-' ? at - start : dash;
    ++at;
  }
  return at == begin ? dash : at - start;
}

/// The digit in a block scalar's header, such as `|2-`; 0 if there is none.
std::size_t indentation_indicator(std::string_view text, std::uint32_t begin) {
  for (std::uint32_t at = begin + 1; at < text.size() && at < begin + 3; ++at) {
    if (text[at] >= '1' && text[at] <= '9') {
      return static_cast<std::size_t>(text[at] - '0');
    }
  }
  return 0;
}

/// A block scalar ends before the first line that is not blank and indented less than its header says or else its
/// first line that is not blank (YAML 1.2, section 8.1).
std::uint32_t end_of_block(std::string_view text, std::uint32_t begin) {
  std::uint32_t end = end_of_line(text, begin);
  const std::size_t indicator = indentation_indicator(text, begin);
  std::size_t required = indicator == 0 ? 0 : parent_indentation(text, begin) + indicator;
  for (std::uint32_t at = end + 1; at < text.size();) {
    const std::uint32_t line_end = end_of_line(text, at);
    const std::string_view line = text.substr(at, line_end - at);
    if (!std::all_of(line.begin(), line.end(), is_blank)) {
      if (required == 0) {
        required = std::max<std::size_t>(indentation(line), 1);
      }
      if (indentation(line) < required) {
        break;
      }
      end = line_end;
    }
    at = line_end + 1;
  }
  return end;
}

/// Where a plain scalar's part on one line ends, and whether it may go on with the next line.
struct LineEnd {
  std::uint32_t end = 0;
  bool complete = false;
};

/// A plain scalar ends at `: ` or ` #`, between brackets at a comma or bracket too.
LineEnd end_of_plain_line(std::string_view text, std::uint32_t begin, bool in_flow) {
  const std::uint32_t line_end = end_of_line(text, begin);
  std::uint32_t at = begin;
  for (; at < line_end; ++at) {
    const char next = at + 1 < line_end ? text[at + 1] : ' ';
    const bool is_indicator = text[at] == ',' || text[at] == ']' || text[at] == '}';
    if ((in_flow && is_indicator) || (text[at] == ':' && is_blank(next)) || (is_blank(text[at]) && next == '#')) {
      break;
    }
  }
  const bool complete = at < line_end;
  while (at > begin && is_blank(text[at - 1])) {
    --at;
  }
  return {at, complete};
}

/// A plain scalar goes on over lines that are indented deeper than what it belongs to (YAML 1.2, section 7.3.3).
std::uint32_t end_of_plain(std::string_view text, std::uint32_t begin, bool in_flow) {
  LineEnd found = end_of_plain_line(text, begin, in_flow);
  const std::size_t parent = in_flow || found.complete ? 0 : parent_indentation(text, begin);
  for (std::uint32_t at = end_of_line(text, begin) + 1; !found.complete && at < text.size();) {
    const std::uint32_t line_end = end_of_line(text, at);
    const std::string_view line = text.substr(at, line_end - at);
    if (!std::all_of(line.begin(), line.end(), is_blank)) {
      const auto content = static_cast<std::uint32_t>(indentation(line));
      if (line[content] == '#' || (!in_flow && content <= parent)) {
        break;
      }
      found = end_of_plain_line(text, at + content, in_flow);
    }
    at = line_end + 1;
  }
  return found.end;
}

}  // namespace

ScalarPlace place_of_scalar(std::string_view text, std::uint32_t begin, bool quoted, bool in_flow) {
  begin = std::min(skip_properties(text, begin), static_cast<std::uint32_t>(text.size()));
  const char first = begin < text.size() ? text[begin] : '\0';
  if (quoted && (first == '\'' || first == '"')) {
    const std::optional<std::uint32_t> end = end_of_quoted(text, begin, first);
    return {first == '"' ? Style::double_quoted : Style::single_quoted,
            {begin, end.value_or(end_of_line(text, begin))},
            !end.has_value()};
  }
  if (quoted && (first == '|' || first == '>')) {
    return {first == '|' ? Style::literal : Style::folded, {begin, end_of_block(text, begin)}};
  }
  return {Style::plain, {begin, end_of_plain(text, begin, in_flow)}};
}

RawText raw_text(std::string_view source, const Node& scalar) {
  Span region = scalar.span;
  if (scalar.style == Style::single_quoted || scalar.style == Style::double_quoted) {
    region = {std::min(region.begin + 1, region.end), std::max(region.begin + 1, region.end - 1)};
  } else if (scalar.style == Style::literal || scalar.style == Style::folded) {
    region.begin = std::min(end_of_line(source, region.begin) + 1, region.end);
  }
  RawText raw{region, std::string(source.substr(region.begin, region.size()))};
  const char escape = scalar.style == Style::single_quoted ? '\'' : '\\';
  if (scalar.style != Style::single_quoted && scalar.style != Style::double_quoted) {
    return raw;
  }
  for (std::size_t at = raw.text.find(escape); at != std::string::npos && at + 1 < raw.text.size();
       at = raw.text.find(escape, at + 2)) {
    const char escaped = raw.text[at + 1];
    std::size_t length = 2;
    if (scalar.style == Style::double_quoted && (escaped == 'x' || escaped == 'u' || escaped == 'U')) {
      length = escaped == 'x' ? 4 : (escaped == 'u' ? 6 : 10);
    }
    // A character that escapes to itself stays in its second byte; a line break becomes a line break.
    const bool itself = escaped == '"' || escaped == '\\' || escaped == '/' || escaped == '\'';
    const std::size_t end = std::min(at + length, raw.text.size());
    std::fill(raw.text.begin() + static_cast<std::ptrdiff_t>(at), raw.text.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
    if (itself) {
      raw.text[at + 1] = escaped;
    } else if (escaped == 'n') {
      raw.text[at + 1] = '\n';
    }
  }
  return raw;
}

}  // namespace macrolint::yaml
