#include "output/snippet.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "output/printable.h"

namespace macrolint {

namespace {

constexpr std::uint32_t window_columns = 100;
/// Of these, so many are kept for what stands around a span that would fill the window alone.
constexpr std::uint32_t context_columns = 20;
constexpr std::uint32_t tab_columns = 4;
/// No character takes more bytes than this for one column, so that this many bytes on both sides always fill the
/// window and a line of many megabytes is not decoded to show a hundred columns of it.
constexpr std::uint32_t window_bytes = window_columns * 16;
constexpr std::string_view cut = "…";

/// The nearest offset at or before `offset` where a character starts.
std::uint32_t start_of_character(std::string_view text, std::uint32_t offset) {
  constexpr int longest_character = 4;
  std::uint32_t start = offset;
  for (int i = 0; i < longest_character && start > 0 && start < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[start]) & 0xC0U) != 0x80U) {
      return start;
    }
    --start;
  }
  return offset;
}

bool is_plain(char byte) { return byte >= ' ' && byte <= '~'; }

/// Where the bytes around a place begin and end that can be shown: one column takes one byte where all are plain.
Span bytes_around(std::string_view line, std::uint32_t place) {
  const auto size = static_cast<std::uint32_t>(line.size());
  const auto are_plain = [&](std::uint32_t begin, std::uint32_t end) {
    return std::all_of(line.begin() + begin, line.begin() + end, is_plain);
  };
  const std::uint32_t near_begin = place - std::min(place, window_columns);
  const std::uint32_t near_end = place + std::min(size - place, window_columns + 1);
  const std::uint32_t far_begin = place - std::min(place, window_bytes);
  const std::uint32_t far_end = place + std::min(size - place, window_bytes);
  return {are_plain(near_begin, place) ? near_begin : start_of_character(line, far_begin),
          are_plain(place, near_end) ? near_end : start_of_character(line, far_end)};
}

/// Characters that take one byte and one column each, as nearly all lines have.
class PlainCells {
 public:
  explicit PlainCells(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] static std::uint32_t width(std::size_t) { return 1; }
  [[nodiscard]] static std::uint32_t bytes(std::size_t) { return 1; }
  [[nodiscard]] std::string_view text(std::size_t index) const { return text_.substr(index, 1); }

 private:
  std::string_view text_;
};

class AnyCells {
 public:
  explicit AnyCells(std::string_view text) {
    cells_.reserve(text.size());
    std::uint32_t column = 0;
    while (!text.empty()) {
      Cell cell = is_plain(text.front()) ? Cell{std::string(1, text.front()), 1, 1} : first_cell(text);
      if (text.front() == '\t') {
        cell.width = tab_columns - column % tab_columns;
        cell.text.assign(cell.width, ' ');
      }
      text.remove_prefix(cell.bytes);
      column += cell.width;
      cells_.push_back(std::move(cell));
    }
  }

  [[nodiscard]] std::size_t size() const { return cells_.size(); }
  [[nodiscard]] std::uint32_t width(std::size_t index) const { return cells_[index].width; }
  [[nodiscard]] std::uint32_t bytes(std::size_t index) const { return cells_[index].bytes; }
  [[nodiscard]] std::string_view text(std::size_t index) const { return cells_[index].text; }

 private:
  std::vector<Cell> cells_;
};

/// Indexes of cells, end exclusive.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

template <typename Cells>
std::uint32_t width_of(const Cells& cells, Range range) {
  std::uint32_t width = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    width += cells.width(i);
  }
  return width;
}

/// The cells that a span of bytes covers.
template <typename Cells>
Range covered(const Cells& cells, Span span) {
  Range range{cells.size(), cells.size()};
  std::uint32_t offset = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::uint32_t end = offset + cells.bytes(i);
    if (range.begin == cells.size() && span.begin < end) {
      range.begin = i;
    }
    if (range.end == cells.size() && span.end <= offset) {
      range.end = i;
    }
    offset = end;
  }
  range.end = std::max(range.begin, range.end);
  return range;
}

/// Grows from the span to both sides until the window is full.
template <typename Cells>
Range window_around(const Cells& cells, Range marked) {
  Range window{marked.begin, marked.begin};
  std::uint32_t width = 0;
  const auto fits = [&](std::size_t index) { return width + cells.width(index) <= window_columns; };
  while (window.end < marked.end && width + cells.width(window.end) <= window_columns - context_columns) {
    width += cells.width(window.end++);
  }
  bool grew = true;
  while (grew) {
    grew = false;
    if (window.begin > 0 && fits(window.begin - 1)) {
      width += cells.width(--window.begin);
      grew = true;
    }
    if (window.end < cells.size() && fits(window.end)) {
      width += cells.width(window.end++);
      grew = true;
    }
  }
  return window;
}

/// `part` is the part of the line that can be shown, `span` what is marked in the line.
template <typename Cells>
Snippet snippet_of(const Cells& cells, std::string_view line, Span part, Span span) {
  const Range marked = covered(cells, {span.begin - part.begin, span.end - part.begin});
  const Range window = window_around(cells, marked);
  const bool cut_before = part.begin > 0 || window.begin > 0;
  const bool cut_after = part.end < line.size() || window.end < cells.size();
  Snippet snippet;
  snippet.line = cut_before ? cut : "";
  for (std::size_t i = window.begin; i < window.end; ++i) {
    snippet.line += cells.text(i);
  }
  snippet.line += cut_after ? cut : "";
  snippet.indentation = (cut_before ? 1 : 0) + width_of(cells, {window.begin, marked.begin});
  snippet.marks = std::max(1U, width_of(cells, {marked.begin, std::min(marked.end, window.end)}));
  return snippet;
}

}  // namespace

Snippet make_snippet(std::string_view line, Span span) {
  const auto size = static_cast<std::uint32_t>(line.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  const Span part = bytes_around(line, span.begin);
  const std::string_view shown = line.substr(part.begin, part.size());
  return std::all_of(shown.begin(), shown.end(), is_plain) ? snippet_of(PlainCells(shown), line, part, span)
                                                           : snippet_of(AnyCells(shown), line, part, span);
}

}  // namespace macrolint
