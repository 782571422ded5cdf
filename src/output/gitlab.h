#pragma once

#include <string>

#include "lint/lint.h"
#include "output/report_paths.h"

namespace macrolint {

/// The findings as a GitLab Code Quality report; `schemas/gitlab.schema.json` describes it.
[[nodiscard]] std::string format_gitlab(const LintResult& result, const ReportPaths& paths);

}  // namespace macrolint
