#pragma once

#include <string>
#include <vector>

#include "conformance/built_site.h"
#include "conformance/comparison.h"
#include "index/project.h"

namespace macrolint::conformance {

/// Compares the links of one page, in any order: links of one kind and destination belong together. Adds to the
/// comparison's links and differences.
void compare_links(const BuiltSite& judged_site, const BuiltPage& judged, const Project& project, const SitePage& page,
                   Comparison& comparison);

}  // namespace macrolint::conformance
