#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "fix/edited_text.h"

namespace macrolint {

/// Which suggestions may be applied.
struct FixPolicy {
  Applicability most = Applicability::safe;
  /// Whether a file may be changed; asked once for each suggestion with an edit in it.
  std::function<bool(const Source&)> may_change;
};

/// A suggestion that is applied.
struct ChosenFix {
  std::string_view rule;
  /// The files that it edits.
  std::vector<std::string> paths;
};

/// Suggestions that can be applied at once, since no two of them edit the same place.
struct ChosenFixes {
  std::vector<ChosenFix> fixes;
  /// By path, in order of place.
  std::map<std::string, std::vector<Replacement>, std::less<>> edits;
};

/// The first suggestion of a diagnostic that has edits and may be applied, or null.
[[nodiscard]] const Suggestion* applicable_suggestion(const Diagnostic& diagnostic, const FixPolicy& policy);

/// Takes the diagnostics in their order and of each the applicable suggestion, unless its edits overlap with some that
/// are taken already: those have to wait until the text is linted again.
[[nodiscard]] ChosenFixes choose_fixes(const std::vector<Diagnostic>& diagnostics, const FixPolicy& policy);

}  // namespace macrolint
