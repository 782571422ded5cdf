#pragma once

#include <string>

#include "lint/lint.h"
#include "output/report_paths.h"

namespace macrolint {

/// The findings as JUnit XML: a test suite for each rule that is on, and in it a test for each finding. Findings of
/// `fail_on` and above are failures. A rule without findings is one test that passed.
[[nodiscard]] std::string format_junit(const LintResult& result, const ReportPaths& paths, Severity fail_on);

}  // namespace macrolint
