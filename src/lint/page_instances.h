#pragma once

#include <cstddef>
#include <vector>

#include "configuration/configuration.h"
#include "document/document.h"

namespace macrolint {

/// For each page the instances whose `pages` it matches, in ascending order. Only pages that may name a macro are
/// looked at.
[[nodiscard]] std::vector<std::vector<std::size_t>> instances_of_pages(const Configuration& configuration,
                                                                       const std::vector<Document>& pages);

}  // namespace macrolint
