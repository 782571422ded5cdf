#include "yaml/comments.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint::yaml {

namespace {

void add_scalars(std::string_view text, const Node& node, std::vector<Span>& scalars) {
  if (node.kind == Kind::scalar) {
    Span inside = node.span;
    if (node.style == Style::literal || node.style == Style::folded) {
      // A comment may follow the `|`.
      inside.begin = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', inside.begin), inside.end));
    }
    scalars.push_back(inside);
  }
  for (const Node& item : node.items) {
    add_scalars(text, item, scalars);
  }
  for (const Member& member : node.members) {
    add_scalars(text, member.first, scalars);
    add_scalars(text, member.second, scalars);
  }
}

/// The `#` before the word, with nothing but white space between them and before it; `npos` if there is none.
std::size_t comment_begin(std::string_view text, Span region, std::size_t word) {
  std::size_t at = word;
  while (at > region.begin && (text[at - 1] == ' ' || text[at - 1] == '\t')) {
    --at;
  }
  if (at == region.begin || text[at - 1] != '#' || (at - 1 > region.begin && !is_space(text[at - 2]))) {
    return std::string_view::npos;
  }
  return at - 1;
}

}  // namespace

std::vector<Span> find_comments(std::string_view text, Span region, const Node& root, std::string_view word) {
  std::vector<Span> comments;
  std::vector<Span> scalars;
  text = text.substr(0, region.end);
  for (std::size_t at = text.find(word, region.begin); at < text.size(); at = text.find(word, at + 1)) {
    const std::size_t begin = comment_begin(text, region, at);
    if (begin == std::string_view::npos || (!comments.empty() && begin < comments.back().end)) {
      continue;
    }
    if (scalars.empty()) {
      add_scalars(text, root, scalars);
    }
    const auto offset = static_cast<std::uint32_t>(begin);
    if (std::none_of(scalars.begin(), scalars.end(), [offset](Span scalar) { return scalar.contains(offset); })) {
      std::size_t end = std::min(text.find('\n', at), text.size());
      while (is_space(text[end - 1])) {
        --end;
      }
      comments.push_back({offset, static_cast<std::uint32_t>(end)});
    }
  }
  return comments;
}

}  // namespace macrolint::yaml
