#include "mention/diagram_mentions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "mention/mentions.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_title = 200;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Length of what separates two lines of a label at `at`: a `<br>` in any spelling.
std::size_t line_break_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 3) != "<br" && text.substr(at, 3) != "<BR") {
    return 0;
  }
  const std::size_t end = text.substr(at, 8).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// The labels of one line of the diagram's source, each split into the lines that it shows.
std::vector<std::vector<Line>> labels_of(std::string_view text) {
  std::vector<std::vector<Line>> labels(1);
  std::size_t begin = 0;
  const auto finish_line = [&](std::size_t end) {
    Line line{begin, end};
    while (line.begin < line.end && is_space(text[line.begin])) {
      ++line.begin;
    }
    while (line.end > line.begin && is_space(text[line.end - 1])) {
      --line.end;
    }
    if (line.begin < line.end) {
      labels.back().push_back(line);
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t size = line_break_at(text, at)) {
      finish_line(at);
      at = begin = at + size;
    } else if (std::string_view("[](){}|\"").find(text[at]) != std::string_view::npos) {
      finish_line(at);
      labels.emplace_back();
      begin = ++at;
    } else {
      ++at;
    }
  }
  finish_line(text.size());
  return labels;
}

class DiagramReader {
 public:
  DiagramReader(std::string_view text, std::uint32_t offset, const MacroClues& clues, Document& document)
      : text_(text), offset_(offset), clues_(clues), document_(document) {}

  void read() {
    for (const std::vector<Line>& label : labels_of(text_)) {
      for (std::size_t index = 0; index < label.size(); ++index) {
        read_line(label, index);
      }
    }
  }

 private:
  [[nodiscard]] bool begins_with_word(const Line& line) const {
    return clues_.match_at(text_.substr(0, line.end), line.begin) > 0;
  }
  [[nodiscard]] std::size_t word_at_end(const Line& line) const {
    return clues_.match_before(text_.substr(0, line.end), line.end);
  }

  void read_line(const std::vector<Line>& label, std::size_t index) {
    Line line = label[index];
    const bool word_next = index + 1 < label.size() && begins_with_word(label[index + 1]);
    const bool word_before = index > 0 && word_at_end(label[index - 1]) > 0;
    const std::size_t word_size = word_at_end(line);
    if (word_size == line.end - line.begin || (!word_next && !word_before && word_size == 0)) {
      return;
    }
    line.end -= word_size;
    while (line.end > line.begin && is_space(text_[line.end - 1])) {
      --line.end;
    }
    const std::string_view title = text_.substr(line.begin, line.end - line.begin);
    const bool has_folders = title.find("::") != std::string_view::npos;
    if ((!has_folders && title.find(' ') == std::string_view::npos) || title.size() > max_title) {
      return;
    }
    if (document_.mentions.size() > max_mentions) {
      return;
    }
    Mention mention;
    mention.form = Mention::Form::diagram;
    mention.names_title = has_folders;
    mention.beside_word = true;
    // "Apply General::X macro": what precedes the title on its line is not part of it.
    mention.extent = Mention::Extent::longest_suffix;
    mention.span = {offset_ + static_cast<std::uint32_t>(line.begin), offset_ + static_cast<std::uint32_t>(line.end)};
    mention.title = std::string(title);
    document_.mentions.push_back(std::move(mention));
  }

  std::string_view text_;
  std::uint32_t offset_;
  const MacroClues& clues_;
  Document& document_;
};

}  // namespace

void find_diagram_mentions(const Block& block, std::string_view text, std::uint32_t offset, const MacroClues& clues,
                           Document& document) {
  for (const Inline& line : block.inlines) {
    DiagramReader(text.substr(line.span.begin - offset, line.span.size()), line.span.begin, clues, document).read();
  }
}

}  // namespace macrolint
