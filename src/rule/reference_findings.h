#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "index/project.h"
#include "index/references_of.h"

namespace macrolint {

/// Calls `visit` for every reference of every page.
template <typename Visit>
void for_each_reference(const Project& project, const Visit& visit) {
  for (const std::vector<Reference>& references : project.references) {
    for (const Reference& reference : references) {
      visit(reference);
    }
  }
}

/// The place of a macro's title, to be shown beside a finding in a page.
inline Related title_of(const Macro& macro) {
  return {{macro.source, macro.title_span}, fmt::format("the macro `{}` is here", macro.title)};
}

/// The instance whose export or snapshot has to have the number that a reference's link names: that of Zendesk's page
/// or, of a search for a number, the only one that the page can mean. Nothing where neither can tell.
[[nodiscard]] std::optional<std::size_t> numbering_instance(const Project& project, const Reference& reference);

/// The instance in whose Zendesk the page is that a link leads to, as far as exports and snapshots tell.
[[nodiscard]] std::optional<std::size_t> zendesk_instance(const MacroIndex& index, std::string_view url);

}  // namespace macrolint
