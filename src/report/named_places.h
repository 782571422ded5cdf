#pragma once

#include <vector>

#include "index/project.h"
#include "report/report.h"
#include "report/source_links.h"

namespace macrolint {

/// The inboxes that the configuration lists and the addresses in its `inbox_domains`, with every place in pages and
/// macros that names them. Where it says neither, the addresses in macros and in the pages that refer to macros count.
/// In order of address.
[[nodiscard]] std::vector<NamedPlaces> inbox_places(const Project& project, const SourceLinks& links);

/// The Slack channels that pages and macros link to, and every place that names one, as a link or as `` `#name` ``. In
/// order of name.
[[nodiscard]] std::vector<NamedPlaces> channel_places(const Project& project, const SourceLinks& links);

}  // namespace macrolint
