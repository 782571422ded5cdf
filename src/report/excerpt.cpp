#include "report/excerpt.h"

#include <algorithm>

#include "output/printable.h"

namespace macrolint {

namespace {

constexpr std::size_t longest_context = 120;
constexpr std::size_t longest_marked = 300;

/// The next place at or behind `at` where a character starts.
std::size_t character_start(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return std::min(at, text.size());
}

std::string without_tabs(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '\t', ' ');
  return printable(spaced);
}

std::string beginning(std::string_view text, std::size_t longest) {
  return text.size() <= longest ? without_tabs(text)
                                : without_tabs(text.substr(0, character_start(text, longest))) + "…";
}

}  // namespace

Excerpt make_excerpt(std::string_view line, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, line.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, line.size());
  Excerpt excerpt;
  const std::string_view before = line.substr(0, begin);
  const std::size_t cut =
      before.size() > longest_context ? character_start(before, before.size() - longest_context) : 0;
  excerpt.before = (cut > 0 ? "…" : "") + without_tabs(before.substr(cut));
  excerpt.marked = beginning(line.substr(begin, end - begin), longest_marked);
  excerpt.after = beginning(line.substr(end), longest_context);
  return excerpt;
}

}  // namespace macrolint
