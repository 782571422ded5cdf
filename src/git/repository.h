#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "git/error.h"

struct git_repository;

namespace macrolint::git {

/// A commit's id: 40 hexadecimal digits.
using CommitId = std::string;

template <typename Value>
using Result = std::variant<Value, Error>;

/// A git repository with a work tree, opened for reading. Nothing is ever written, fetched or run: no hooks, no
/// filters, no other programs, and submodules are not entered. One thread at a time may use it.
class Repository {
 public:
  /// Opens the repository whose work tree holds a file or folder, which need not exist. `path` is absolute. That a
  /// repository is missing, bare or another user's is an error like any other.
  [[nodiscard]] static Result<Repository> open(const std::string& path);

  /// Absolute, without symbolic links and without a `/` at its end.
  [[nodiscard]] const std::string& work_tree() const { return work_tree_; }
  /// The path of a file or folder below the work tree, empty for the work tree itself; nothing if it is not in there.
  /// `path` is absolute; symbolic links on the way to it are followed.
  [[nodiscard]] std::optional<std::string> path_below(const std::string& path) const;
  /// Whether the history was cut off when the repository was cloned.
  [[nodiscard]] bool is_shallow() const;

  /// The commit that a revision names: a branch, a tag, an id, `HEAD~3`.
  [[nodiscard]] Result<CommitId> find_revision(const std::string& name) const;
  /// The commit from which a revision and `HEAD` went apart: what merge requests are compared with.
  [[nodiscard]] Result<CommitId> merge_base(const std::string& revision) const;
  /// The files that differ between a commit and the work tree: committed since, staged, unstaged, or new and not
  /// ignored. Paths are below the work tree; a file that was moved is there with both.
  [[nodiscard]] Result<std::set<std::string>> changed_since(const CommitId& commit) const;

  /// For the other files of this folder.
  [[nodiscard]] git_repository& handle() const { return *repository_; }

 private:
  Repository(std::shared_ptr<git_repository> repository, std::string work_tree)
      : repository_(std::move(repository)), work_tree_(std::move(work_tree)) {}

  std::shared_ptr<git_repository> repository_;
  std::string work_tree_;
};

}  // namespace macrolint::git
