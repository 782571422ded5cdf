#include "markdown/html_heading.h"

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_indentation = 3;

/// Whether nothing but white space and the marks of quotes stands before `at` in its line.
bool begins_line(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '>')) {
    --begin;
  }
  const bool is_code =
      text.substr(begin, at - begin).find('>') == std::string_view::npos && at - begin > max_indentation;
  return !is_code && (begin == 0 || text[begin - 1] == '\n');
}

/// Whether the tag at `at` is of a heading that md4c does not know, as in `<h2>` or `<H3 id="x">`.
bool is_unknown_heading(std::string_view text, std::size_t at) {
  constexpr std::size_t level = 2;
  const std::string_view tag = text.substr(at, level + 2);
  return tag.size() == level + 2 && to_lower_ascii(tag[1]) == 'h' && tag[level] >= '2' && tag[level] <= '6' &&
         (is_space(tag.back()) || tag.back() == '>' || tag.back() == '/');
}

}  // namespace

void name_html_headings(std::string_view text, std::optional<std::string>& changed) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (is_unknown_heading(text, at) && begins_line(text, at)) {
      if (!changed.has_value()) {
        changed.emplace(text);
      }
      (*changed)[at + 2] = '1';
    }
  }
}

}  // namespace macrolint
