#include "liquid/code_blocks.h"

#include <algorithm>

#include "source/blank.h"

namespace macrolint {

namespace {

struct Fence {
  char mark = 0;
  std::size_t length = 0;
  /// Nothing but white space follows, as a closing fence requires.
  bool bare = false;
};

/// The code fence that a line starts with, whatever list or quotation it stands in; length 0 if none.
Fence fence_of(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t>"), line.size());
  line.remove_prefix(begin);
  if (!line.starts_with("```") && !line.starts_with("~~~")) {
    return {};
  }
  Fence fence;
  fence.mark = line.front();
  fence.length = std::min(line.find_first_not_of(fence.mark), line.size());
  const std::string_view rest = line.substr(fence.length);
  fence.bare = rest.find_first_not_of(" \t\r") == std::string_view::npos;
  if (fence.mark == '`' && rest.find('`') != std::string_view::npos) {
    return {};  // a code span
  }
  return fence;
}

void blank_fenced(std::string& text) {
  Fence open;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Fence fence = fence_of(std::string_view(text).substr(at, end - at));
    const bool closes = open.length > 0 && fence.mark == open.mark && fence.length >= open.length && fence.bare;
    if (open.length > 0) {
      blank(text, at, end);
    }
    if (closes) {
      open = {};
    } else if (open.length == 0 && fence.length > 0) {
      open = fence;
      blank(text, at, end);
    }
    at = end + 1;
  }
}

void blank_preformatted(std::string& text) {
  constexpr std::string_view closing = "</pre";
  for (std::size_t at = text.find("<pre"); at != std::string::npos; at = text.find("<pre", at)) {
    const char next = at + 4 < text.size() ? text[at + 4] : '>';
    if (next != '>' && next != ' ' && next != '\n') {
      at += 4;
      continue;
    }
    const std::size_t body = std::min(text.find('>', at), text.size());
    const std::size_t end = std::min(text.find(closing, body), text.size());
    // The tags stay, for whoever reads the structure.
    blank(text, std::min(body + 1, end), end);
    at = end;
  }
}

}  // namespace

std::string blank_code_blocks(std::string_view text) {
  std::string copy(text);
  if (text.find("```") != std::string_view::npos || text.find("~~~") != std::string_view::npos) {
    blank_fenced(copy);
  }
  blank_preformatted(copy);
  return copy;
}

}  // namespace macrolint
