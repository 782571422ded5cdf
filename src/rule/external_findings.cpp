#include "rule/external_findings.h"

#include <fmt/format.h>

#include "link/url.h"

namespace macrolint {

Suggestion link_to_address(const Document& document, const Link& link, std::string_view address,
                           Applicability applicability) {
  const std::size_t hash = link.url.find('#');
  std::string text = safe_in_destination(address);
  if (hash != std::string_view::npos && address.find('#') == std::string_view::npos) {
    text += safe_in_destination(link.url.substr(hash));
  }
  Suggestion suggestion{fmt::format("link to `{}`", text), applicability, {}};
  if (!link.destination.empty()) {
    suggestion.edits.push_back({{document.source, link.destination}, std::move(text)});
  }
  return suggestion;
}

}  // namespace macrolint
