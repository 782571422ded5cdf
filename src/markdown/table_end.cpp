#include "markdown/table_end.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

/// Four spaces more than the line above would be code or go on with the row.
constexpr std::size_t max_indentation = 3;
constexpr std::size_t max_level = 6;
constexpr std::size_t min_fence = 3;

std::size_t run_of(std::string_view text, std::size_t at, char mark) {
  return std::min(text.find_first_not_of(mark, at), text.size()) - at;
}

bool begins_heading(std::string_view text, std::size_t at) {
  const std::size_t level = run_of(text, at, '#');
  const std::size_t end = at + level;
  return level > 0 && level <= max_level && (end == text.size() || is_space(text[end]));
}

/// The information behind a fence of backticks holds none; otherwise it is code within a line.
bool begins_fence(std::string_view text, std::size_t at) {
  if (run_of(text, at, '~') >= min_fence) {
    return true;
  }
  const std::size_t size = run_of(text, at, '`');
  return size >= min_fence &&
         text.substr(at + size, text.find('\n', at) - at - size).find('`') == std::string_view::npos;
}

/// Behind white space and the marks of quotes.
std::size_t begin_of_content(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t>", at), text.size());
}

/// The mark that closes a row; `npos` if there is none. Without another one, the row would be none any more.
std::size_t closing_mark(std::string_view row) {
  const std::size_t last = row.find_last_not_of(" \t\r");
  return last != std::string_view::npos && row[last] == '|' && row.find('|') < last ? last : std::string_view::npos;
}

}  // namespace

std::optional<std::string> with_ended_tables(std::string_view text) {
  std::optional<std::string> ended;
  std::size_t row = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', row)) {
    const std::size_t next = end + 1;
    const std::size_t content = begin_of_content(text, next);
    const char first = content < text.size() ? text[content] : '\0';
    if ((first == '#' || first == '`' || first == '~') &&
        (begins_heading(text, content) || begins_fence(text, content))) {
      const std::size_t mark = closing_mark(text.substr(row, end - row));
      const std::size_t indentation = content - next;
      if (mark != std::string_view::npos && indentation <= begin_of_content(text, row) - row + max_indentation) {
        ended = ended.has_value() ? std::move(ended) : std::optional<std::string>(text);
        (*ended)[row + mark] = '\n';
      }
    }
    row = next;
  }
  return ended;
}

}  // namespace macrolint
