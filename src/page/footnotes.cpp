#include "page/footnotes.h"

#include <algorithm>

namespace macrolint {

namespace {

constexpr std::size_t max_name_size = 200;
/// As wide as the indentation of what a footnote goes on with.
constexpr std::string_view item_mark = "-   ";

/// Marks of quotes may stand before it.
bool begins_line(std::string_view text, std::size_t begin, std::size_t at) {
  while (at > begin && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '>')) {
    --at;
  }
  return at == begin || text[at - 1] == '\n';
}

}  // namespace

std::vector<Span> find_footnotes(std::string_view text, std::uint32_t begin) {
  std::vector<Span> footnotes;
  for (std::size_t at = text.find("[^", begin); at != std::string_view::npos; at = text.find("[^", at + 2)) {
    const std::size_t end = text.substr(0, at + max_name_size).find_first_of("]\n", at);
    const bool is_mark = end != std::string_view::npos && end > at + 2 && text.substr(end).starts_with("]:");
    if (is_mark && begins_line(text, begin, at)) {
      footnotes.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 2)});
    }
  }
  return footnotes;
}

void mask_footnotes(std::string& text, const std::vector<Span>& footnotes) {
  for (const Span footnote : footnotes) {
    const auto begin = text.begin() + footnote.begin;
    std::fill(std::copy(item_mark.begin(), item_mark.end(), begin), text.begin() + footnote.end, ':');
  }
}

}  // namespace macrolint
