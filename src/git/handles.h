#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "git/error.h"
#include "git/libgit2.h"

namespace macrolint::git {

/// Frees an object of the library with the function that the library has for it.
template <const auto& free>
struct Free {
  template <typename Object>
  void operator()(Object* object) const {
    free(object);
  }
};

using RepositoryHandle = std::unique_ptr<git_repository, Free<git_repository_free>>;
using CommitHandle = std::unique_ptr<git_commit, Free<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Free<git_tree_free>>;
using TreeEntryHandle = std::unique_ptr<git_tree_entry, Free<git_tree_entry_free>>;
using BlobHandle = std::unique_ptr<git_blob, Free<git_blob_free>>;
using ObjectHandle = std::unique_ptr<git_object, Free<git_object_free>>;
using IndexHandle = std::unique_ptr<git_index, Free<git_index_free>>;
using DatabaseHandle = std::unique_ptr<git_odb, Free<git_odb_free>>;
using DiffHandle = std::unique_ptr<git_diff, Free<git_diff_free>>;

/// The commit of an id; null if the repository does not hold it.
[[nodiscard]] CommitHandle find_commit(git_repository& repository, const git_oid& id);
/// What a commit's folders hold; null if the repository does not hold it.
[[nodiscard]] TreeHandle tree_of(const git_commit& commit);
/// A folder of a tree; null if there is none. The empty path is the tree itself.
[[nodiscard]] TreeHandle find_folder(git_repository& repository, const git_tree& tree, const std::string& path);
/// A commit's first parent; null if it has none or the repository does not hold it.
[[nodiscard]] CommitHandle first_parent(const git_commit& commit);

/// What the library said last, without line ends and with a capital letter and a full stop.
[[nodiscard]] std::string last_message();

}  // namespace macrolint::git
