#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"
#include "configuration/glob.h"
#include "diagnostic/diagnostic.h"
#include "lint/shard.h"

namespace macrolint {

/// Which files are reported on: those that the caller asked for, that the `include` of their document set has and that
/// are in the shard.
class ReportScope {
 public:
  /// The configuration has to outlive the scope.
  ReportScope(const Configuration& configuration, std::function<bool(std::string_view)> asked_for,
              std::optional<Shard> shard = std::nullopt);

  /// Whether anything may be reported in a file, whatever the shard: what is looked at in one file may be reported in
  /// another.
  [[nodiscard]] bool includes(std::string_view path) const;
  /// Whether a finding is in such a file of the shard and the caller asked for that file or for the one that causes the
  /// finding.
  [[nodiscard]] bool reports(const Diagnostic& diagnostic) const;

 private:
  std::function<bool(std::string_view)> asked_for_;
  std::optional<Shard> shard_;
  const std::vector<DocumentSet>* documents_;
  /// Parallel to the document sets.
  std::vector<std::vector<Glob>> included_;
};

}  // namespace macrolint
