#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "index/project.h"

namespace macrolint {

/// The references of a page; none of other documents.
inline const std::vector<Reference>& references_of(const Project& project, const Document& document) {
  static const std::vector<Reference> none;
  const auto page = std::less_equal<>()(project.pages.data(), &document)
                        ? static_cast<std::size_t>(&document - project.pages.data())
                        : project.pages.size();
  return page < project.references.size() ? project.references[page] : none;
}

}  // namespace macrolint
