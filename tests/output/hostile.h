#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"
#include "output/report_paths.h"

namespace macrolint {

/// Texts by somebody who wants a report to be read as something else.
[[nodiscard]] const std::vector<std::string>& hostile_texts();

/// A run whose findings carry each of the texts: as title, in the message with and without backticks, in suggestions,
/// replacements and related places, and in the names of files.
[[nodiscard]] LintResult hostile_result();

/// A repository with the configuration at its root.
[[nodiscard]] const ReportPaths& plain_paths();

}  // namespace macrolint
