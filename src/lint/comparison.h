#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "disk/disk.h"

namespace macrolint {

/// An earlier state of the files, to report only what came since.
struct Comparison {
  /// The files as they were then.
  const ReadableDisk* before = nullptr;
  /// Whether a file, by its path, is not what it was then.
  std::function<bool(std::string_view path)> has_changed;
};

/// Keeps the findings in files that have changed and, of the others, those that were not there before: what a change
/// elsewhere caused. `before` holds the fingerprints of the earlier state.
void keep_new(const Comparison& comparison, const std::set<std::string, std::less<>>& before,
              std::vector<Diagnostic>& diagnostics);

}  // namespace macrolint
