#pragma once

#include <string>

#include "cli/console.h"
#include "cli/options.h"
#include "disk/disk.h"
#include "fix/fix.h"
#include "lint/lint.h"

namespace macrolint::cli {

/// What `--fix` or `--diff` did.
struct FixedFindings {
  /// What is left, or would be.
  LintResult result;
  /// What was changed, or would be.
  std::string diff;
  /// What to say of a diff, since it does not say so itself.
  std::string plan;
  /// A file could not be written.
  bool failed = false;
};

/// Whether the options ask for edits to be applied or shown.
[[nodiscard]] bool wants_fixes(const Options& options);

/// Lints, applies the edits that the options allow and writes the files, unless only the diff is wanted. What stands
/// in the way is logged.
[[nodiscard]] FixedFindings fix_findings(const Options& options, const Configuration& configuration,
                                         const LintOptions& lint_options, Disk& disk, Console& console);

}  // namespace macrolint::cli
