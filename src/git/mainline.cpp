#include "git/mainline.h"

#include <deque>
#include <set>
#include <string_view>

namespace macrolint::git {

namespace {

CommitHandle head_of(const Repository& repository) {
  git_oid id{};
  if (git_reference_name_to_id(&id, &repository.handle(), "HEAD") != 0) {
    return nullptr;
  }
  return find_commit(repository.handle(), id);
}

/// Whether the commit itself names a parent; the library does not count those behind the end of a shallow history.
bool names_parent(const git_commit& commit) {
  return std::string_view(git_commit_raw_header(&commit)).find("\nparent ") != std::string_view::npos;
}

struct OrderOfIds {
  bool operator()(const git_oid& left, const git_oid& right) const { return git_oid_cmp(&left, &right) < 0; }
};

}  // namespace

void walk_mainline(const Repository& repository, std::size_t commits, const std::function<bool(const Step&)>& visit) {
  CommitHandle commit = head_of(repository);
  TreeHandle tree = commit == nullptr ? nullptr : tree_of(*commit);
  for (std::size_t visited = 0; visited < commits && tree != nullptr; ++visited) {
    CommitHandle parent = first_parent(*commit);
    TreeHandle parent_tree = parent == nullptr ? nullptr : tree_of(*parent);
    const bool is_cut_off = parent_tree == nullptr && names_parent(*commit);
    if (is_cut_off || !visit({commit.get(), tree.get(), parent_tree.get(), git_commit_time(commit.get())})) {
      return;
    }
    commit = std::move(parent);
    tree = std::move(parent_tree);
  }
}

bool is_ancestor(const Repository& repository, const CommitId& commit) {
  git_oid wanted{};
  git_oid_fromstr(&wanted, commit.c_str());
  std::deque<CommitHandle> left;
  std::set<git_oid, OrderOfIds> seen;
  const auto add = [&](CommitHandle found) {
    if (found != nullptr && seen.size() < max_commits && seen.insert(*git_commit_id(found.get())).second) {
      left.push_back(std::move(found));
    }
  };
  add(head_of(repository));
  while (!left.empty()) {
    const CommitHandle next = std::move(left.front());
    left.pop_front();
    if (git_oid_equal(git_commit_id(next.get()), &wanted) != 0) {
      return true;
    }
    for (unsigned index = 0; index < git_commit_parentcount(next.get()); ++index) {
      add(find_commit(repository.handle(), *git_commit_parent_id(next.get(), index)));
    }
  }
  return false;
}

git_diff_options comparison(std::uint32_t flags) {
  constexpr std::size_t max_deltas = 1'000'000;
  git_diff_options options{};
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = flags | GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_SKIP_BINARY_CHECK;
  options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL;
  options.notify_cb = [](const git_diff* so_far, const git_diff_delta*, const char*, void*) {
    return git_diff_num_deltas(so_far) < max_deltas ? 0 : GIT_EUSER;
  };
  return options;
}

DiffHandle differences(const Repository& repository, git_tree* before, git_tree* after) {
  const git_diff_options options = comparison();
  git_diff* diff = nullptr;
  return DiffHandle(git_diff_tree_to_tree(&diff, &repository.handle(), before, after, &options) == 0 ? diff : nullptr);
}

}  // namespace macrolint::git
