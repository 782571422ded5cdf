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

struct Line {
  std::size_t begin = 0;
  /// Behind white space and the marks of quotes.
  std::size_t content = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t indentation() const { return content - begin; }
};

Line line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {begin, std::min(text.find_first_not_of(" \t\r>", begin), end), end};
}

bool begins_block(std::string_view text, const Line& line) {
  const char first = line.content < line.end ? text[line.content] : '\0';
  return (first == '#' && begins_heading(text, line.content)) ||
         ((first == '`' || first == '~') && begins_fence(text, line.content));
}

/// Such as `|---|:-:|`, which makes a table of the line above.
bool is_delimiter_row(std::string_view text, const Line& line) {
  const std::string_view marks = text.substr(line.content, line.end - line.content);
  return (marks.starts_with('|') || marks.starts_with('-') || marks.starts_with(':')) &&
         marks.find_first_not_of("|-: \t\r") == std::string_view::npos && marks.find('|') != std::string_view::npos;
}

/// A byte between the content of a table's last row and that of the block below which nobody misses: the mark that
/// closes the row, unless it is the only one, or one of several that open a heading. `npos` if there is none.
std::size_t spare_byte(std::string_view text, const Line& row, const Line& below) {
  const std::string_view cells = text.substr(row.content, row.end - row.content);
  const std::size_t last = cells.find_last_not_of(" \t\r");
  if (last != std::string_view::npos && cells[last] == '|' && cells.find('|') < last) {
    return row.content + last;
  }
  const bool stands_alone = below.indentation() <= max_indentation && text[below.begin] != '>';
  return stands_alone && run_of(text, below.content, '#') > 1 ? below.content : std::string_view::npos;
}

/// The last row of the table that goes on to the line, if there is one. Each line is looked at for one heading only,
/// since the next one ends the search.
std::optional<Line> row_above(std::string_view text, const Line& below) {
  std::optional<Line> row;
  for (Line line = below; line.begin > 0;) {
    line = line_around(text, line.begin - 1);
    row = row.has_value() ? row : line;
    if (is_delimiter_row(text, line)) {
      return row;
    }
    if (line.content == line.end || begins_block(text, line)) {
      break;
    }
  }
  return std::nullopt;
}

void end_table_above(std::string_view text, const Line& below, std::optional<std::string>& changed) {
  const std::optional<Line> row = row_above(text, below);
  if (!row.has_value() || below.indentation() > row->indentation() + max_indentation) {
    return;
  }
  if (const std::size_t spare = spare_byte(text, *row, below); spare != std::string_view::npos) {
    if (!changed.has_value()) {
      changed.emplace(text);
    }
    (*changed)[spare] = '\n';
  }
}

/// A quick look: most of them stand in addresses and in the middle of lines.
bool may_begin_line(std::string_view text, std::size_t at) {
  return at == 0 || is_space(text[at - 1]) || text[at - 1] == '>';
}

}  // namespace

void end_tables(std::string_view text, std::optional<std::string>& changed) {
  for (const std::string_view mark : {"#", "```", "~~~"}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos;) {
      if (!may_begin_line(text, at)) {
        at = text.find(mark, at + 1);
        continue;
      }
      const Line line = line_around(text, at);
      if (line.content == at && begins_block(text, line)) {
        end_table_above(text, line, changed);
      }
      at = text.find(mark, line.end);
    }
  }
}

}  // namespace macrolint
