#pragma once

#include <string>

#include "diagnostic/diagnostic.h"
#include "external/outcome.h"
#include "index/project.h"
#include "rule/rule.h"

namespace macrolint {

/// Calls `visit(link, outcome)` for each link of the document about whose address something was found out.
template <typename Visit>
void for_each_external_link(const Project& project, const Document& document, const Visit& visit) {
  if (project.external.empty()) {
    return;
  }
  for (const Link& link : document.links) {
    const auto found =
        link.has_shortcode ? project.external.end() : project.external.find(address_without_fragment(link.url));
    if (found != project.external.end()) {
      visit(link, found->second);
    }
  }
}

/// A suggestion to let the link lead to another address of the web; the link's fragment stays, unless the address has
/// its own.
[[nodiscard]] Suggestion link_to_address(const Document& document, const Link& link, std::string_view address,
                                         Applicability applicability);

}  // namespace macrolint
