#include "markdown/link_place.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

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

/// The next bracket that is not escaped.
std::size_t find_bracket(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ']' && text[at] != '[') {
    at += text[at] == '\\' ? 2U : 1U;
  }
  return std::min(at, text.size());
}

struct Brackets {
  std::size_t open = 0;
  std::size_t close = 0;
};

/// The brackets of a label whose content is known: between the two stand only marks of emphasis and code.
Brackets brackets_around(std::string_view text, std::size_t begin, std::size_t end) {
  Brackets found;
  if (begin == end) {
    found.open = std::min(text.find("[]", begin), text.size());
    found.close = std::min(found.open + 1, text.size());
    return found;
  }
  found.open = begin;
  do {
    found.open -= found.open > 0 ? 1U : 0U;
  } while (found.open > 0 && text[found.open] != '[');
  found.close = std::min(text.find(']', std::min(end, text.size())), text.size());
  return found;
}

/// Whether the destination at `destination` is the first thing behind the parenthesis that opens before `begin`, as
/// opposed to that of a definition elsewhere. Marks of quotes may stand before it on a new line.
bool follows(std::string_view text, std::size_t begin, std::size_t destination) {
  return destination >= begin &&
         text.substr(begin, destination - begin).find_first_not_of(" \t\r\n<>") == std::string_view::npos;
}

}  // namespace

void place_link(std::string_view text, std::uint32_t offset, Span inner, bool image, std::optional<Span> definition,
                Link& link) {
  const auto at = [offset](std::size_t index) { return offset + static_cast<std::uint32_t>(index); };
  const Brackets label = brackets_around(text, inner.begin - offset, inner.end - offset);
  link.label = {at(std::min(label.open + 1, label.close)), at(label.close)};
  const std::size_t begin = image && label.open > 0 && text[label.open - 1] == '!' ? label.open - 1 : label.open;
  const std::size_t next = label.close + 1;
  const bool parenthesis = next < text.size() && text[next] == '(';
  if (parenthesis && (!definition.has_value() || follows(text, next + 1, definition->begin - offset))) {
    // Where the parser says where the destination is, it has also passed over the marks of lists and quotes.
    std::size_t destination = definition.has_value() ? definition->begin - offset : skip_spaces(text, next + 1);
    const bool opens = !definition.has_value() && destination < text.size() && text[destination] == '<';
    destination += opens ? 1U : 0U;
    const bool bracketed = text[std::min(destination, text.size()) - 1] == '<';
    const std::size_t end = definition.has_value() ? definition->end - offset
                            : bracketed            ? end_of_bracketed_destination(text, destination)
                                                   : end_of_plain_destination(text, destination);
    link.destination = {at(destination), at(end)};
    link.whole = {at(begin), at(end_of_inline_link(text, end + (bracketed ? 1U : 0U)))};
    return;
  }
  link.kind = image ? Link::Kind::image : Link::Kind::reference;
  std::size_t end = std::min(next, text.size());
  if (next < text.size() && text[next] == '[') {
    const std::size_t close = find_bracket(text, next + 1);
    end = close < text.size() && text[close] == ']' ? close + 1 : end;
  }
  link.whole = {at(begin), at(end)};
  link.destination = definition.value_or(Span{at(end), at(end)});
}

}  // namespace macrolint
