#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "index/project.h"

namespace macrolint::cli {

/// The files that a run reports on: the PATHs of the command line, in the spelling that sources have.
class PathFilter {
 public:
  /// `paths` are relative to the current folder, `root` is the configuration's folder without symbolic links.
  /// A sentence comes back if one of the paths does not exist.
  [[nodiscard]] static std::variant<PathFilter, std::string> make(const std::vector<std::string>& paths,
                                                                  const std::string& root);

  /// Whether there are no PATHs, or the source is one of them or below one.
  [[nodiscard]] bool accepts(std::string_view source_path) const;
  /// The PATHs, as written, that no source of the project is at or below.
  [[nodiscard]] std::vector<std::string> unmatched(const Project& project) const;

 private:
  void add(const std::string& written, const std::string& root);

  bool everything_ = true;
  /// Paths relative to the configuration's folder and absolute ones, each with what it was written as.
  std::map<std::string, std::string, std::less<>> written_;
};

}  // namespace macrolint::cli
