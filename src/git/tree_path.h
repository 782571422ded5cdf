#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "git/handles.h"

namespace macrolint::git {

/// What a path leads to in a tree.
struct TreePath {
  enum class Kind : std::uint8_t { missing, outside, loop, file, folder };

  Kind kind = Kind::missing;
  git_oid id{};
  /// Without symbolic links.
  std::string path;
};

/// Follows paths from the top of a commit's tree, through symbolic links as the machine would follow them in the work
/// tree. Hostile trees can hold many long links; the work that all calls together may cause is bounded.
class TreePaths {
 public:
  /// Links that begin with `work_tree` and a `/` are in the tree, too.
  TreePaths(git_repository& repository, const git_tree& top, std::string work_tree)
      : repository_(&repository), top_(&top), work_tree_(std::move(work_tree)) {}

  [[nodiscard]] TreePath follow(const std::string& path);

 private:
  [[nodiscard]] TreePath follow_steps(const std::string& path);
  [[nodiscard]] std::string target_of(const git_oid& link) const;

  git_repository* repository_;
  const git_tree* top_;
  std::string work_tree_;
  std::size_t steps_left_ = 10'000'000;
};

}  // namespace macrolint::git
