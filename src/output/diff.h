#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fix/edited_text.h"

namespace macrolint {

/// One file of a diff. Paths are relative to the folder in which the diff is to be applied.
struct FileDiff {
  std::string path;
  /// Replacements in the original: in order, apart from each other.
  std::string_view original;
  const std::vector<Replacement>* changes = nullptr;
  /// Where the file moves to; empty if it stays.
  std::string moved_to;
};

struct DiffStyle {
  bool color = false;
  /// For a terminal: what it would obey is shown instead. Otherwise the diff has the files' own bytes, so that it can
  /// be applied.
  bool printable = false;
};

/// Changes in the unified format of POSIX `diff -u` with three lines of context, as `patch -p1` and `git apply` take
/// it. Where a file moves, every file gets Git's header.
[[nodiscard]] std::string format_diff(const std::vector<FileDiff>& files, const DiffStyle& style);

}  // namespace macrolint
