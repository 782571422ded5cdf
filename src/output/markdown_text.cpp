#include "output/markdown_text.h"

#include <algorithm>

#include "output/printable.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// GitLab takes seven to forty of these for a commit.
bool may_be_commit(std::string_view word) {
  constexpr std::size_t shortest = 7;
  return word.size() >= shortest && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Whether nothing that reads Markdown can see more than prose in the word.
bool is_plain(std::string_view word) {
  constexpr std::size_t longest_number = 6;
  const std::size_t begin = std::min(word.find_first_not_of("(\"'"), word.size());
  word.remove_prefix(begin);
  word = word.substr(0, word.find_last_not_of(".,;:?)\"'") + 1);
  if (word.empty() || may_be_commit(word)) {
    return false;
  }
  if (std::all_of(word.begin(), word.end(), is_digit)) {
    return word.size() <= longest_number;
  }
  return is_letter(word.front()) && is_letter(word.back()) && std::all_of(word.begin(), word.end(), [](char byte) {
           return is_letter(byte) || byte == '-' || byte == '\'' || byte == '/';
         });
}

/// Puts plain text and code one behind the other. Two code spans never touch: their backticks would be read as one
/// longer row, and what is in them as text.
class Line {
 public:
  void add_plain(std::string_view text) {
    close_code();
    text_ += text;
  }
  void add_code(std::string_view text) {
    in_code_ = in_code_ || !text.empty();
    code_ += text;
  }
  std::string take() {
    close_code();
    return std::move(text_);
  }

 private:
  void close_code() {
    if (in_code_) {
      text_ += markdown_code(code_);
      code_.clear();
      in_code_ = false;
    }
  }

  std::string text_;
  std::string code_;
  bool in_code_ = false;
};

void add_prose(Line& line, std::string_view text) {
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    if (is_plain(word)) {
      line.add_plain(word);
    } else if (word.find_first_not_of(".,;:?)(\"'") == std::string_view::npos) {
      // What stands between two pieces of code, or nothing.
      if (!word.empty()) {
        line.add_plain(word);
      }
    } else {
      line.add_code(word);
    }
    text.remove_prefix(space);
    if (!text.empty()) {
      line.add_plain(" ");
      text.remove_prefix(1);
    }
  }
}

/// A text that can be printed, and the number of backticks in its longest row.
struct Shown {
  std::string text;
  std::size_t longest_row = 0;
};

/// Makes a text printable. What is far longer than people write is cut: long texts, so that one finding does not push
/// all others out of a note, and long rows of backticks, since renderers take no fence of more than 31 or 79.
Shown shown(std::string_view text) {
  constexpr std::size_t longest_text = 2000;
  constexpr std::size_t longest_row = 16;
  Shown result;
  std::size_t row = 0;
  while (!text.empty() && result.text.size() < longest_text) {
    const Cell cell = first_cell(text);
    row = cell.text == "`" ? row + 1 : 0;
    result.longest_row = std::max(result.longest_row, std::min(row, longest_row));
    if (row <= longest_row) {
      result.text += cell.text;
    } else if (row == longest_row + 1) {
      result.text += "…";
    }
    text.remove_prefix(cell.bytes);
  }
  result.text += text.empty() ? "" : "…";
  return result;
}

}  // namespace

std::string markdown_code(std::string_view text) {
  const auto [code, longest_row] = shown(text);
  if (code.find_first_not_of(' ') == std::string::npos) {
    return "(empty)";
  }
  const std::string fence(longest_row + 1, '`');
  // A backtick at an end would lengthen the fence; a space at both ends would be taken away.
  const bool padded = code.front() == '`' || code.back() == '`' || (code.front() == ' ' && code.back() == ' ');
  const char* const pad = padded ? " " : "";
  return fence + pad + code + pad + fence;
}

std::string markdown_text(std::string_view message) {
  const std::string text = shown(message).text;
  std::string_view rest = text;
  Line line;
  while (!rest.empty()) {
    const std::size_t open = rest.find('`');
    add_prose(line, rest.substr(0, open));
    if (open == std::string_view::npos) {
      break;
    }
    const std::size_t close = rest.find('`', open + 1);
    if (close == std::string_view::npos) {
      line.add_code(rest.substr(open));
      break;
    }
    const std::string_view code = rest.substr(open + 1, close - open - 1);
    // A pair of backticks with nothing to show between them stays what it is.
    line.add_code(code.find_first_not_of(' ') == std::string_view::npos ? rest.substr(open, close + 1 - open) : code);
    rest.remove_prefix(close + 1);
  }
  return line.take();
}

std::string html_code(std::string_view text) {
  std::string html = "<code>";
  for (const char byte : shown(text).text) {
    switch (byte) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += byte;
    }
  }
  return html + "</code>";
}

}  // namespace macrolint
