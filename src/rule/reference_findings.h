#pragma once

#include <fmt/format.h>

#include "index/project.h"

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

}  // namespace macrolint
