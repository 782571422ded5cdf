#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "disk/disk.h"
#include "lint/lint.h"
#include "merge/shard_result.h"

namespace macrolint {

/// A part and the file that it came from, for messages.
struct NamedShard {
  std::string name;
  ShardResult result;
};

struct MergedResult {
  LintResult result;
  /// What the findings point into.
  CheckedFiles files;
  /// What all parts took together.
  std::uint64_t elapsed_ms = 0;
};

/// Joins the parts of one run into what the run would have found as a whole. The lines that reports show are read from
/// `disk`, which must have the files that were checked. A sentence comes back if parts are missing or twice there, come
/// from other versions of the program or other files, or speak of files that the configuration does not name.
[[nodiscard]] std::variant<MergedResult, std::string> merge_shards(std::vector<NamedShard> shards, CheckedFiles files,
                                                                   Configuration configuration,
                                                                   const ReadableDisk& disk,
                                                                   std::string_view program_version);

}  // namespace macrolint
