#include "drift/inbox/address_places.h"

#include <algorithm>

#include "inbox/email_address.h"

namespace macrolint {

namespace {

using AddressRange = std::pair<std::vector<Address>::const_iterator, std::vector<Address>::const_iterator>;

/// A passage with more says of none beyond doubt whose it is.
constexpr std::size_t max_addresses = 64;

AddressRange addresses_in(const std::vector<Address>& addresses, Span span) {
  const auto before = [](const Address& address, std::uint32_t offset) { return address.span.begin < offset; };
  const auto begin = std::lower_bound(addresses.begin(), addresses.end(), span.begin, before);
  return {begin, std::lower_bound(begin, addresses.end(), span.end, before)};
}

}  // namespace

std::optional<std::vector<AddressPlace>> address_places(const Document& document, const std::vector<Address>& addresses,
                                                        const Passage& passage) {
  const auto [begin, end] = addresses_in(addresses, passage.span);
  if (static_cast<std::size_t>(end - begin) > max_addresses) {
    return std::nullopt;
  }
  std::vector<AddressPlace> places;
  for (const FlatText::Part& part : passage.text.parts()) {
    if (part.kind != FlatText::Part::Kind::label || part.link < 0) {
      continue;
    }
    const Link& link = document.links[static_cast<std::size_t>(part.link)];
    if (!link.url.starts_with("mailto:")) {
      continue;
    }
    AddressPlace place;
    place.begin = part.begin;
    place.end = part.end;
    const auto [first, last] = addresses_in(addresses, link.whole);
    for (auto address = first; address != last; ++address) {
      const std::string inbox = inbox_of(document.source->slice(address->span));
      if (!place.spans.empty() && inbox != place.inbox) {
        return std::nullopt;
      }
      place.inbox = inbox;
      place.spans.push_back(address->span);
    }
    if (!place.spans.empty()) {
      place.is_label = !link.label.contains(place.spans.front().begin);
      places.push_back(std::move(place));
    }
  }
  for (auto address = begin; address != end; ++address) {
    const std::size_t at = passage.text.position_of(address->span.begin);
    const std::size_t to = at + address->span.size();
    const bool is_shown = to <= passage.text.text().size() && passage.text.source_span(at, to) == address->span;
    const bool is_known = std::any_of(places.begin(), places.end(), [&](const AddressPlace& place) {
      return std::find(place.spans.begin(), place.spans.end(), address->span) != place.spans.end();
    });
    if (is_shown && !is_known) {
      places.push_back({at, to, inbox_of(document.source->slice(address->span)), {address->span}, false});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const AddressPlace& left, const AddressPlace& right) { return left.begin < right.begin; });
  return places;
}

}  // namespace macrolint
