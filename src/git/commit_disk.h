#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "disk/disk.h"
#include "git/repository.h"

namespace macrolint::git {

/// Files as they were in a commit, by the paths that they have in the work tree. What git does not hold is taken as it
/// is now: folders outside of the work tree, those of another repository in it, and ignored files. Files that are new
/// and not ignored are not there. The rules are those of `RealDisk`: hidden files are left out, links are followed only
/// to files in the listed folder, sizes, depth and numbers are bounded.
class CommitDisk final : public ReadableDisk {
 public:
  /// Relative paths are taken from `root`, an absolute path. `folders` are those (and the files) that will be asked
  /// for; only what lies at or below one of them can come from the commit. An error says that it cannot be read.
  [[nodiscard]] static Result<std::unique_ptr<CommitDisk>> open(const Repository& repository, const CommitId& commit,
                                                                const std::string& root,
                                                                const std::vector<std::string>& folders,
                                                                unsigned jobs = 1);
  ~CommitDisk() override;

  [[nodiscard]] ListResult list(const std::string& folder) const override;
  [[nodiscard]] FileText read(const std::string& path, std::uint64_t limit) const override;
  /// Says which files of the work tree are not what they were in the commit. From then on the others are read from the
  /// work tree, which takes much less time than to unpack them.
  void set_changed(std::shared_ptr<const std::set<std::string>> changed) { changed_ = std::move(changed); }

  /// The folders that are taken as they are, in the order in which they were named.
  [[nodiscard]] const std::vector<std::string>& taken_as_they_are() const { return as_they_are_; }
  /// The path in the work tree of what is at or below one of the folders; nothing for what is taken as it is.
  [[nodiscard]] std::optional<std::string> path_in_tree(std::string_view path) const;

 private:
  struct Parts;
  /// A folder that was asked for, with its path in the work tree; empty for the root and the whole work tree.
  struct Mount {
    std::string folder;
    std::string in_tree;
  };

  CommitDisk(std::unique_ptr<Parts> parts, std::string root, unsigned jobs);

  void add_foreign(const std::string& folder, const std::string& in_tree, Listing& listing) const;

  std::unique_ptr<Parts> parts_;
  RealDisk real_;
  std::vector<Mount> mounts_;
  std::vector<std::string> as_they_are_;
  std::shared_ptr<const std::set<std::string>> changed_;
  /// The library's objects are for one thread at a time.
  mutable std::mutex mutex_;
};

}  // namespace macrolint::git
