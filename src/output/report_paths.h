#pragma once

#include <string>
#include <string_view>

#include "source/source.h"

namespace macrolint {

/// How reports for other programs name files: by their path from the root of the repository that is checked, which
/// need not be the folder of the configuration.
class ReportPaths {
 public:
  /// Both are absolute; `repository` holds `folder`, the one with the configuration, or is the same.
  ReportPaths(std::string repository, std::string folder);

  /// The path from the repository's root, without `./`. Files outside of the repository come with `../`.
  [[nodiscard]] std::string path(const Source& source) const;
  /// Whether the file lies in the repository.
  [[nodiscard]] bool is_inside(const Source& source) const;
  /// The path from the file system's root.
  [[nodiscard]] std::string absolute(const Source& source) const;
  /// The way from the repository's root to the configuration's folder, with `/` at its end; empty if they are the same.
  [[nodiscard]] const std::string& prefix() const { return prefix_; }

 private:
  std::string repository_;
  std::string folder_;
  std::string prefix_;
};

}  // namespace macrolint
