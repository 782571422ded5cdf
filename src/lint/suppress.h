#pragma once

#include <cstddef>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "index/project.h"
#include "lint/active_rule.h"
#include "lint/report_scope.h"

namespace macrolint {

/// Takes out the findings that comments in the files suppress, and adds what the rules say about these comments.
/// Returns how many were taken out in files that are reported on. It has to see the findings before they are narrowed
/// to the files that were asked for, so that no comment counts as unneeded because of that.
std::size_t suppress(const Project& project, const std::vector<ActiveRule>& rules, const ReportScope& scope,
                     std::vector<Diagnostic>& diagnostics);

}  // namespace macrolint
