#include "markdown/link_place.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  return at;
}

/// The end of a destination that stands in angle brackets.
std::size_t end_of_bracketed_destination(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '>' && text[at] != '\n') {
    at += text[at] == '\\' ? 2U : 1U;
  }
  return std::min(at, text.size());
}

/// The end of a destination without brackets: at white space or at a parenthesis that it does not open itself.
std::size_t end_of_plain_destination(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size() && !is_space(text[at]) && !(text[at] == ')' && depth == 0)) {
    depth += text[at] == '(' ? 1 : 0;
    depth -= text[at] == ')' ? 1 : 0;
    at += text[at] == '\\' ? 2U : 1U;
  }
  return std::min(at, text.size());
}

/// Behind the `)` that ends an inline link; passes over a title.
std::size_t end_of_inline_link(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  if (at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(')) {
    const char close = text[at] == '(' ? ')' : text[at];
    for (++at; at < text.size() && text[at] != close; ++at) {
      at += text[at] == '\\' ? 1U : 0U;
    }
    at = skip_spaces(text, at + 1);
  }
  return at < text.size() && text[at] == ')' ? at + 1 : std::min(at, text.size());
}

}  // namespace

void place_link(std::string_view text, std::uint32_t offset, Span inner, bool image, std::optional<Span> definition,
                Link& link) {
  const auto at = [offset](std::size_t index) { return offset + static_cast<std::uint32_t>(index); };
  // Between the brackets and the text inside stand only marks of emphasis and code.
  std::size_t open = std::min<std::size_t>(inner.begin >= offset ? inner.begin - offset : 0, text.size());
  if (inner.empty()) {
    open = std::min(text.find("[]", open), text.size());
  } else {
    do {
      open -= open > 0 ? 1U : 0U;
    } while (open > 0 && text[open] != '[');
  }
  std::size_t close = std::max(open + 1, inner.empty() ? open + 1 : static_cast<std::size_t>(inner.end - offset));
  close = std::min(text.find(']', std::min(close, text.size())), text.size());
  link.label = {at(std::min(open + 1, close)), at(close)};
  const std::size_t begin = image && open > 0 && text[open - 1] == '!' ? open - 1 : open;
  const std::size_t next = close + 1;
  if (next < text.size() && text[next] == '(') {
    std::size_t destination = skip_spaces(text, next + 1);
    const bool bracketed = destination < text.size() && text[destination] == '<';
    destination += bracketed ? 1U : 0U;
    const std::size_t end =
        bracketed ? end_of_bracketed_destination(text, destination) : end_of_plain_destination(text, destination);
    link.destination = {at(destination), at(end)};
    link.whole = {at(begin), at(end_of_inline_link(text, end + (bracketed ? 1U : 0U)))};
    return;
  }
  link.kind = image ? Link::Kind::image : Link::Kind::reference;
  std::size_t end = std::min(next, text.size());
  if (next < text.size() && text[next] == '[') {
    end = std::min(text.find(']', next), text.size() - 1) + 1;
  }
  link.whole = {at(begin), at(end)};
  link.destination = definition.value_or(link.whole);
}

}  // namespace macrolint
