#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "lint/lint.h"
#include "output/report_paths.h"
#include "output/text.h"
#include "report/code_owners.h"

namespace macrolint::cli {

/// What the formats need besides the findings.
struct ReportSettings {
  std::uint64_t elapsed_ms = 0;
  TextStyle style;
  ReportPaths paths;
  /// Finds out who owns the files; called only for formats that say so.
  std::function<Owners()> owners;
};

/// Writes standard output, which has the diff where one is wanted, and every `--output` file; one that fails does not
/// keep the others from being written. Whether all were written; what went wrong is logged.
bool write_findings(const LintResult& result, const std::string& diff, const Options& options, ReportSettings settings,
                    Console& console);

/// What the findings make of the exit status.
[[nodiscard]] ExitStatus status_of(const LintResult& result, Severity fail_on);

}  // namespace macrolint::cli
