#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "disk/disk.h"
#include "fix/choose_fixes.h"
#include "fix/edited_text.h"
#include "lint/lint.h"

namespace macrolint {

/// How often the text is linted and edited again at most. Each time brings in what overlapped with something before;
/// rules whose edits call for new edits for ever are stopped by this.
inline constexpr std::size_t max_fix_passes = 50;

/// What came of fixing. Nothing is written yet.
struct FixOutcome {
  /// The result of linting the files as they are after the fixes.
  LintResult result;
  std::vector<ChosenFix> fixes;
  /// The files that the fixes change, by path.
  std::map<std::string, EditedText, std::less<>> files;
  /// Why files were left alone in which a suggestion has edits, in order of path.
  std::vector<DiskError> refusals;
  /// Rules whose edits lead back to a text that was there before, in order of name; none of these edits is kept.
  std::vector<std::string_view> circular_rules;
  /// After `max_fix_passes` there was still something to fix.
  bool gave_up = false;
};

/// Lints a disk's files; it must not depend on anything else that changes.
using Linter = std::function<LintResult(const ReadableDisk&)>;

/// Lints, applies what the policy allows and does not overlap, and lints the new text again until nothing is left to
/// apply. The disk is only read.
[[nodiscard]] FixOutcome fix(const Disk& disk, const Linter& linter, const FixPolicy& policy);

}  // namespace macrolint
