#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"
#include "mutation/consistent_pair.h"
#include "mutation/drift.h"

namespace macrolint {

/// The pair with a drift in it. Says in `problem` if the drift does not fit the pair.
[[nodiscard]] Files planted(const Files& pair, const Drift& drift, const Program& program, std::string& problem);

/// What became of one drift.
struct Verdict {
  /// Findings that are missing, at another place, without the other side or without the suggestion that they should
  /// have.
  std::vector<std::string> missing;
  /// Findings that nobody planted.
  std::vector<std::string> unexpected;
  /// What the suggested edits leave behind.
  std::vector<std::string> not_healed;

  [[nodiscard]] bool is_right() const { return missing.empty() && unexpected.empty() && not_healed.empty(); }
  [[nodiscard]] std::string text() const;
};

/// Compares what was found in the files with what was planted.
[[nodiscard]] Verdict judge(const Files& files, const LintResult& result, const Drift& drift, const Program& program);

/// Plants a drift in the pair, in memory, and judges what is found; then, if asked to, makes the suggested edits and
/// looks again.
[[nodiscard]] Verdict plant(const Files& pair, const Drift& drift, const Program& program, bool heal);

}  // namespace macrolint
