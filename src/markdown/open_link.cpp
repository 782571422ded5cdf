#include "markdown/open_link.h"

#include <algorithm>
#include <iterator>

#include "html/entities.h"

namespace macrolint {

void OpenLink::widen(Span span) {
  inner = inner.has_value() ? Span{inner->begin, std::max(inner->end, span.end)} : span;
}

std::string text_of(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (std::size_t part = 0; attribute.size > 0 && attribute.substr_offsets[part] < attribute.size; ++part) {
    const MD_OFFSET begin = attribute.substr_offsets[part];
    const std::string_view piece(attribute.text + begin, attribute.substr_offsets[part + 1] - begin);
    text += attribute.substr_types[part] == MD_TEXT_ENTITY ? decode_entities(piece) : std::string(piece);
  }
  return text;
}

bool is_in_angle_brackets(std::string_view text, std::uint32_t offset, Span span) {
  const std::size_t begin = span.begin - offset;
  return begin > 0 && text[begin - 1] == '<' && text.substr(span.end - offset).starts_with('>');
}

bool is_autolink(std::string_view text, std::uint32_t offset, const OpenLink& open, const Link& link) {
  if (open.image || !open.inner.has_value()) {
    return false;
  }
  const Span inner = *open.inner;
  if (is_in_angle_brackets(text, offset, inner)) {
    return true;
  }
  if (open.destination.has_value()) {
    return open.destination->begin < inner.end && inner.begin < open.destination->end;
  }
  const std::size_t begin = inner.begin - offset;
  // The parser passes a bracket on as text if it is not the link's own.
  const bool in_own_bracket = begin > 0 && text[begin - 1] == '[' && open.before != inner.begin;
  return open.may_be_autolink && !in_own_bracket && link.url.ends_with(text.substr(begin, inner.size()));
}

void forget_link(std::int32_t index, Document& document, Block& block) {
  document.links.resize(static_cast<std::size_t>(index));
  const auto opening = std::find_if(block.inlines.rbegin(), block.inlines.rend(),
                                    [index](const Inline& one) { return one.link == index; });
  if (opening != block.inlines.rend()) {
    block.inlines.erase(std::next(opening).base());
  }
}

void forget_links_behind(std::int32_t image, Document& document, Block& block) {
  const auto kept = static_cast<std::size_t>(image) + 1;
  if (document.links.size() == kept) {
    return;
  }
  document.links.resize(kept);
  const auto opening = std::find_if(block.inlines.rbegin(), block.inlines.rend(), [image](const Inline& one) {
    return one.kind == Inline::Kind::link_begin && one.link == image;
  });
  const auto is_dropped = [image](const Inline& one) { return one.link > image; };
  block.inlines.erase(std::remove_if(opening.base(), block.inlines.end(), is_dropped), block.inlines.end());
}

}  // namespace macrolint
