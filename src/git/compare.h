#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "git/commit_disk.h"
#include "git/repository.h"

namespace macrolint::git {

/// The files as they were when the present branch began, and which of them have changed since.
struct EarlierState {
  CommitId commit;
  std::string work_tree;
  std::unique_ptr<CommitDisk> disk;
  /// Paths below the work tree.
  std::shared_ptr<const std::set<std::string>> changed;

  /// Whether a file, by its path as sources have it, was changed. What the repository does not hold never was.
  [[nodiscard]] bool has_changed(std::string_view path) const;
};

/// Goes back to the commit from which `revision` and `HEAD` went apart. `folders` are the folders and files that will
/// be read, relative to `root`; the first is the configuration. The repository is the one that holds the configuration,
/// if any of the others lies in it, or else the first of those that hold the others and know the revision. Folders that
/// are not in it are taken as they are.
[[nodiscard]] Result<EarlierState> earlier_state(const std::string& root, const std::vector<std::string>& folders,
                                                 const std::string& revision, unsigned jobs);

}  // namespace macrolint::git
