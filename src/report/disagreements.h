#pragma once

#include <vector>

#include "index/project.h"
#include "report/report.h"
#include "report/source_links.h"

namespace macrolint {

/// Fills in, for each macro of the inventory, what documents, the repository and Zendesk disagree about: what documents
/// say by the findings about claims, quotes, inboxes and titles, what Zendesk has by its snapshot.
void add_disagreements(const Project& project, const std::vector<Diagnostic>& diagnostics, const SourceLinks& links,
                       std::vector<ReportMacro>& macros);

}  // namespace macrolint
