#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "configuration/configuration.h"
#include "diagnostic/diagnostic.h"
#include "lint/lint.h"

namespace macrolint {

/// The largest result of one shard that is read: twenty times that of a large handbook without any care.
inline constexpr std::uint64_t max_shard_result_bytes = std::uint64_t{64} << 20U;

/// The files that findings of shards point into. Their texts come later, from the disk.
class CheckedFiles {
 public:
  struct File {
    Source source;
    /// What the shards say that the file was when they read it; empty if none does.
    std::string hash;
  };

  /// The file with this path, always at the same address.
  [[nodiscard]] File& at(const std::string& path) { return files_.try_emplace(path).first->second; }
  [[nodiscard]] std::map<std::string, File>& all() { return files_; }

 private:
  std::map<std::string, File> files_;
};

/// What `macrolint check --shard` wrote as JSON. Diagnostics have no positions and point into `CheckedFiles`.
struct ShardResult {
  std::string program_version;
  Shard shard;
  std::vector<std::string> rules;
  LintSummary summary;
  std::uint64_t elapsed_ms = 0;
  std::vector<Diagnostic> diagnostics;
};

/// Reads that JSON and validates it against `schemas/result.schema.json`. What is wrong comes back with its place.
[[nodiscard]] std::variant<ShardResult, std::vector<ConfigurationError>> read_shard_result(std::string_view text,
                                                                                           CheckedFiles& files);

}  // namespace macrolint
