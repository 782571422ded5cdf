#pragma once

#include <unordered_set>
#include <vector>

#include "report/findings_by_file.h"
#include "report/report.h"
#include "report/source_links.h"

namespace macrolint {

/// Every macro with its actions, wording and state; parallel to the project's macros. `documented` are those that some
/// page refers to.
[[nodiscard]] std::vector<ReportMacro> macro_inventory(const Project& project, const FindingsByFile& findings,
                                                       const std::unordered_set<const Macro*>& documented,
                                                       const SourceLinks& links, const Owners& owners);

/// How many of the active macros of each folder of Zendesk's menu are documented, by instance and folder.
[[nodiscard]] std::vector<Coverage> coverage_of(const std::vector<ReportMacro>& macros);

}  // namespace macrolint
