#pragma once

#include <string>
#include <vector>

#include "disk/disk.h"
#include "fix/fix.h"

namespace macrolint {

/// What became of writing.
struct WriteOutcome {
  /// The paths that were written, in order.
  std::vector<std::string> written;
  /// Why others were not.
  std::vector<DiskError> errors;
};

/// Writes each file that the fixes change, once. Files that one suggestion edits together are all written or none of
/// them; a file that no longer reads as it did when it was read is left as it is.
[[nodiscard]] WriteOutcome write_files(Disk& disk, const FixOutcome& fixes);

}  // namespace macrolint
