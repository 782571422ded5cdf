#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "git/handles.h"
#include "git/repository.h"

namespace macrolint::git {

/// The commits that are looked at when the history is read. Years of a busy repository; a second or two of work.
inline constexpr std::size_t max_commits = 10'000;

/// One commit of the history and what it changed.
struct Step {
  const git_commit* commit = nullptr;
  const git_tree* tree = nullptr;
  /// Of the first parent; null for the commit that began the history.
  const git_tree* parent_tree = nullptr;
  /// When it was committed, in seconds since 1970.
  std::int64_t time = 0;
};

/// Goes back from `HEAD` along the first parents: the states that were published one after the other, in which a
/// merged branch is one step. Ends when `visit` returns false, after `commits` commits, at the beginning of the history
/// or where a shallow clone lacks it.
void walk_mainline(const Repository& repository, std::size_t commits, const std::function<bool(const Step&)>& visit);

/// Whether a commit is `HEAD` or one of the latest `max_commits` that led to it.
[[nodiscard]] bool is_ancestor(const Repository& repository, const CommitId& commit);

/// How trees are compared: without submodules, and not at all if more than a million files differ.
[[nodiscard]] git_diff_options comparison(std::uint32_t flags = 0);

/// What differs between two folders of trees, either of which may be null for an empty one; null if that cannot be
/// read.
[[nodiscard]] DiffHandle differences(const Repository& repository, git_tree* before, git_tree* after);

}  // namespace macrolint::git
