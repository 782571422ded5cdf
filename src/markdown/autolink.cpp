#include "markdown/autolink.h"

#include <algorithm>

namespace macrolint {

namespace {

std::size_t length_of_address(std::string_view address) {
  const std::size_t border = std::min(address.find('|'), address.size());
  const std::size_t bracket = address.find('[') == std::string_view::npos ? address.find(']') : border;
  return std::min(border, bracket);
}

}  // namespace

void make_autolink(const Source& source, Span inner, Link& link) {
  const std::string_view text = source.text;
  const bool bracketed = inner.begin > 0 && text[inner.begin - 1] == '<' && text.substr(inner.end).starts_with('>');
  if (!bracketed) {
    inner.end = inner.begin + static_cast<std::uint32_t>(length_of_address(source.slice(inner)));
    link.url = link.url.substr(0, length_of_address(link.url));
  }
  link.kind = Link::Kind::autolink;
  link.label = link.destination = link.whole = inner;
}

}  // namespace macrolint
