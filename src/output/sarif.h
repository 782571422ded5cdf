#pragma once

#include <string>
#include <string_view>

#include "lint/lint.h"
#include "output/report_paths.h"

namespace macrolint {

/// The findings in the Static Analysis Results Interchange Format (SARIF) 2.1.0 of OASIS, with the rules that they
/// belong to.
[[nodiscard]] std::string format_sarif(const LintResult& result, const ReportPaths& paths, std::string_view version);

}  // namespace macrolint
