#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "configuration/configuration.h"
#include "diagnostic/diagnostic.h"

namespace macrolint {

/// Findings that are equal to each other but for their places in the file.
struct KnownFinding {
  std::string rule;
  std::string path;
  std::string subject;
  std::size_t count = 0;
};

/// The findings of an earlier run, which are not reported again: by the fingerprint of the first of equal ones, so that
/// neither moved lines nor another order make a finding new.
struct Baseline {
  std::map<std::string, KnownFinding, std::less<>> findings;
};

/// What a baseline did in a run.
struct BaselineUse {
  /// Findings that it keeps back.
  std::size_t held_back = 0;
  /// Findings in it that are no longer there.
  std::size_t gone = 0;
};

/// The largest baseline that is read. One of a repository without any care has a hundredth of it.
inline constexpr std::uint64_t max_baseline_bytes = std::uint64_t{16} << 20U;

[[nodiscard]] Baseline make_baseline(const std::vector<Diagnostic>& diagnostics);

/// The baseline as JSON: `schemas/baseline.schema.json` describes it. One line for each finding, in order of path, rule
/// and subject.
[[nodiscard]] std::string format_baseline(const Baseline& baseline);

/// Reads that JSON. What is wrong comes back with its place, at most 20 errors.
[[nodiscard]] std::variant<Baseline, std::vector<ConfigurationError>> read_baseline(std::string_view text);

/// Takes the findings out that the baseline has, the first of equal ones. `was_sought` says of a finding of the
/// baseline whether this run would have found it; what it would not have found is not counted as gone.
BaselineUse hold_back(const Baseline& baseline, const std::function<bool(const KnownFinding&)>& was_sought,
                      std::vector<Diagnostic>& diagnostics);

}  // namespace macrolint
