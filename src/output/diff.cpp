#include "output/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>

#include "output/paint.h"
#include "output/printable.h"

namespace macrolint {

namespace {

constexpr std::size_t context = 3;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// Lines of the original, and what stands in their place. With their line ends.
struct LineChange {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  /// Into `text`, without the lines that are the same at both ends.
  std::vector<std::string_view> lines;
};

/// Puts the changes of a file into whole lines.
class LineChanges {
 public:
  explicit LineChanges(const FileDiff& file) : original_(file.original), lines_(lines_of(file.original)) {
    const std::vector<Replacement>& changes = *file.changes;
    for (auto first = changes.begin(); first != changes.end();) {
      std::size_t end = line_behind(first->span);
      auto last = std::next(first);
      while (last != changes.end() && line_at(last->span.begin) <= end) {
        end = std::max(end, line_behind(last->span));
        ++last;
      }
      add(line_at(first->span.begin), end, {first, last});
      first = last;
    }
  }

  [[nodiscard]] const std::vector<std::string_view>& lines() const { return lines_; }
  [[nodiscard]] const std::deque<LineChange>& changes() const { return changes_; }

 private:
  [[nodiscard]] std::uint32_t offset_of(std::size_t line) const {
    return static_cast<std::uint32_t>(line < lines_.size() ? lines_[line].data() - original_.data()
                                                           : static_cast<std::ptrdiff_t>(original_.size()));
  }

  /// The line that holds the offset; the last one at the end of a text without a line end.
  [[nodiscard]] std::size_t line_at(std::uint32_t offset) const {
    const auto behind = std::upper_bound(lines_.begin(), lines_.end(), offset, [&](std::uint32_t at, auto line) {
      return at < static_cast<std::uint32_t>(line.data() - original_.data());
    });
    const auto index = static_cast<std::size_t>(behind - lines_.begin());
    const bool at_new_line = offset == original_.size() && (original_.empty() || original_.back() == '\n');
    return at_new_line ? lines_.size() : index - 1;
  }

  [[nodiscard]] std::size_t line_behind(Span span) const { return std::min(line_at(span.end) + 1, lines_.size()); }

  void add(std::size_t begin, std::size_t end, const std::vector<Replacement>& changes) {
    LineChange& change = changes_.emplace_back();
    const std::uint32_t offset = offset_of(begin);
    change.text = with_replacements(original_.substr(offset, offset_of(end) - offset), changes, offset);
    std::vector<std::string_view> lines = lines_of(change.text);
    while (begin < end && !lines.empty() && lines.back() == lines_[end - 1]) {
      lines.pop_back();
      --end;
    }
    std::size_t same = 0;
    while (begin < end && same < lines.size() && lines[same] == lines_[begin]) {
      ++same;
      ++begin;
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(same));
    change.begin = begin;
    change.end = end;
    change.lines = std::move(lines);
  }

  std::string_view original_;
  std::vector<std::string_view> lines_;
  /// No vector: they hold views into themselves.
  std::deque<LineChange> changes_;
};

/// As Git writes it: in quotes where the path has a quotation mark, a backslash or a control character.
std::string quoted_path(const std::string& path) {
  const bool needs_quotes = std::any_of(path.begin(), path.end(), [](char byte) {
    return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
  });
  if (!needs_quotes) {
    return path;
  }
  std::string quoted = "\"";
  for (const char byte : path) {
    if (byte == '"' || byte == '\\') {
      quoted += '\\';
      quoted += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) {
      quoted += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
    } else {
      quoted += byte;
    }
  }
  return quoted + "\"";
}

class DiffWriter {
 public:
  DiffWriter(const DiffStyle& style, bool git_headers) : style_(style), git_headers_(git_headers) {}

  void write(const FileDiff& file) {
    const std::string& new_path = file.moved_to.empty() ? file.path : file.moved_to;
    const LineChanges changes(file);
    if (git_headers_) {
      line(Paint::strong, fmt::format("diff --git {} {}", quoted_path("a/" + relative(file.path)),
                                      quoted_path("b/" + relative(new_path))));
    }
    if (!file.moved_to.empty()) {
      write_move(file, changes);
    }
    if (!changes.changes().empty()) {
      line(Paint::strong, "--- " + header_path("a/", file.path));
      line(Paint::strong, "+++ " + header_path("b/", new_path));
      write_hunks(changes);
    }
  }

  std::string text;

 private:
  /// The share of lines that stay, which Git shows.
  static std::size_t similarity(const LineChanges& changes) {
    std::size_t removed = 0;
    std::size_t added = 0;
    for (const LineChange& change : changes.changes()) {
      removed += change.end - change.begin;
      added += change.lines.size();
    }
    const std::size_t lines = std::max<std::size_t>(changes.lines().size() + added - removed, changes.lines().size());
    return lines == 0 ? 100 : 100 * (changes.lines().size() - removed) / lines;
  }

  void write_move(const FileDiff& file, const LineChanges& changes) {
    line(Paint::strong, fmt::format("similarity index {}%", similarity(changes)));
    line(Paint::strong, "rename from " + quoted_path(relative(file.path)));
    line(Paint::strong, "rename to " + quoted_path(relative(file.moved_to)));
  }

  static std::string relative(const std::string& path) { return path.substr(path.find_first_not_of('/')); }

  /// A tab ends a path with spaces, as nothing else would.
  static std::string header_path(const std::string& side, const std::string& path) {
    return quoted_path(side + relative(path)) + (path.find(' ') == std::string::npos ? "" : "\t");
  }

  void write_hunks(const LineChanges& file) {
    const std::deque<LineChange>& changes = file.changes();
    std::ptrdiff_t shift = 0;
    for (auto first = changes.begin(); first != changes.end();) {
      auto last = std::next(first);
      while (last != changes.end() && last->begin <= std::prev(last)->end + 2 * context) {
        ++last;
      }
      write_hunk(file.lines(), {first, last}, shift);
      first = last;
    }
  }

  using ChangeRange = std::pair<std::deque<LineChange>::const_iterator, std::deque<LineChange>::const_iterator>;

  void write_hunk(const std::vector<std::string_view>& lines, const ChangeRange& range, std::ptrdiff_t& shift) {
    const auto& [first, last] = range;
    const std::size_t begin = first->begin - std::min(first->begin, context);
    const std::size_t end = std::min(std::prev(last)->end + context, lines.size());
    std::ptrdiff_t growth = 0;
    for (auto change = first; change != last; ++change) {
      growth +=
          static_cast<std::ptrdiff_t>(change->lines.size()) - static_cast<std::ptrdiff_t>(change->end - change->begin);
    }
    const auto new_begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(begin) + shift);
    const auto new_size = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(end - begin) + growth);
    line(Paint::note, fmt::format("@@ -{} +{} @@", range_of(begin, end - begin), range_of(new_begin, new_size)));
    shift += growth;
    std::size_t at = begin;
    for (auto change = first; change != last; ++change) {
      write_lines(' ', lines, at, change->begin);
      write_lines('-', lines, change->begin, change->end);
      write_lines('+', change->lines, 0, change->lines.size());
      at = change->end;
    }
    write_lines(' ', lines, at, end);
  }

  /// The first line and how many; nothing is named by the line before.
  static std::string range_of(std::size_t begin, std::size_t size) {
    return size == 1 ? fmt::format("{}", begin + 1) : fmt::format("{},{}", size == 0 ? begin : begin + 1, size);
  }

  void write_lines(char mark, const std::vector<std::string_view>& lines, std::size_t begin, std::size_t end) {
    const Paint paint = mark == '-' ? Paint::error : mark == '+' ? Paint::help : Paint::plain;
    for (std::size_t index = begin; index < end; ++index) {
      std::string_view content = lines[index];
      const bool has_end = content.ends_with('\n');
      content.remove_suffix(has_end ? 1 : 0);
      line(paint, mark + std::string(content));
      if (!has_end) {
        line(Paint::plain, "\\ No newline at end of file");
      }
    }
  }

  void line(Paint paint, const std::string& content) {
    text += painted(style_.printable ? shown(content) : content, paint, style_.color) + "\n";
  }

  /// Tabs do no harm and are common.
  static std::string shown(std::string_view content) {
    std::string result;
    for (std::size_t tab = content.find('\t'); tab != std::string_view::npos; tab = content.find('\t')) {
      result += printable(content.substr(0, tab)) + '\t';
      content.remove_prefix(tab + 1);
    }
    return result + printable(content);
  }

  DiffStyle style_;
  bool git_headers_;
};

}  // namespace

std::string format_diff(const std::vector<FileDiff>& files, const DiffStyle& style) {
  const bool moves =
      std::any_of(files.begin(), files.end(), [](const FileDiff& file) { return !file.moved_to.empty(); });
  DiffWriter writer(style, moves);
  for (const FileDiff& file : files) {
    writer.write(file);
  }
  return std::move(writer.text);
}

}  // namespace macrolint
