#include "git/history.h"

#include <optional>
#include <utility>

#include "disk/paths.h"
#include "git/find_renames.h"

namespace macrolint::git {

namespace {

bool is_same(const git_tree* left, const git_tree* right) {
  return left == right ||
         (left != nullptr && right != nullptr && git_oid_equal(git_tree_id(left), git_tree_id(right)) != 0);
}

/// Follows renames back through the history.
class RenameHistory {
 public:
  RenameHistory(const Repository& repository, std::string folder)
      : repository_(repository), folder_(std::move(folder)) {
    git_index* opened = nullptr;
    index_.reset(git_repository_index(&opened, &repository.handle()) == 0 ? opened : nullptr);
  }

  std::map<std::string, std::string> find(std::size_t commits) && {
    bool is_first = true;
    walk_mainline(repository_, commits, [&](const Step& step) {
      if (std::exchange(is_first, false)) {
        go_back_over_index(*step.tree);
      }
      go_back_over(step);
      return true;
    });
    return std::move(renames_);
  }

 private:
  /// What is staged and not committed.
  void go_back_over_index(const git_tree& head) {
    const git_diff_options options = comparison();
    git_diff* compared = nullptr;
    if (index_ != nullptr && git_diff_tree_to_index(&compared, &repository_.handle(), const_cast<git_tree*>(&head),
                                                    index_.get(), &options) == 0) {
      const DiffHandle diff(compared);
      for (const Rename& rename : find_renames(repository_.handle(), *diff, budget_)) {
        if (folder_.empty() || (is_below(rename.before, folder_) && is_below(rename.after, folder_))) {
          add({std::string(path_below(folder_, rename.before)), std::string(path_below(folder_, rename.after))});
        }
      }
    }
  }

  void go_back_over(const Step& step) {
    if (step.parent_tree == nullptr) {
      return;
    }
    const TreeHandle after = find_folder(repository_.handle(), *step.tree, folder_);
    const TreeHandle before = find_folder(repository_.handle(), *step.parent_tree, folder_);
    if (after == nullptr || before == nullptr || is_same(before.get(), after.get())) {
      return;
    }
    if (const DiffHandle diff = differences(repository_, before.get(), after.get())) {
      for (const Rename& rename : find_renames(repository_.handle(), *diff, budget_)) {
        add(rename);
      }
    }
  }

  /// Steps come latest first: what became of the new path is known by now.
  void add(const Rename& rename) {
    const std::optional<std::string> today = today_of(rename.after);
    later_.erase(rename.after);
    later_[rename.before] = today;
    if (today.has_value() && *today != rename.before && !exists(rename.before)) {
      renames_.emplace(rename.before, *today);
    }
  }

  [[nodiscard]] std::optional<std::string> today_of(const std::string& path) const {
    if (const auto found = later_.find(path); found != later_.end()) {
      return found->second;
    }
    return exists(path) ? std::optional(path) : std::nullopt;
  }

  [[nodiscard]] bool exists(const std::string& path) const {
    return index_ != nullptr && git_index_get_bypath(index_.get(), joined(folder_, path).c_str(), 0) != nullptr;
  }

  const Repository& repository_;
  std::string folder_;
  IndexHandle index_;
  ReadBudget budget_;
  /// At the state of the history that was reached, what became of paths, where that is not the path itself.
  std::map<std::string, std::optional<std::string>> later_;
  std::map<std::string, std::string> renames_;
};

}  // namespace

std::map<std::string, std::string> renames(const Repository& repository, const std::string& folder,
                                           std::size_t commits) {
  return RenameHistory(repository, folder).find(commits);
}

std::map<std::string, std::int64_t> last_changes(const Repository& repository, const std::set<std::string>& paths,
                                                 std::size_t commits) {
  std::map<std::string, std::int64_t> times;
  if (paths.empty()) {
    return times;
  }
  walk_mainline(repository, commits, [&](const Step& step) {
    if (is_same(step.tree, step.parent_tree)) {
      return true;
    }
    const DiffHandle diff =
        differences(repository, const_cast<git_tree*>(step.parent_tree), const_cast<git_tree*>(step.tree));
    for (std::size_t index = 0; diff != nullptr && index < git_diff_num_deltas(diff.get()); ++index) {
      const git_diff_delta& delta = *git_diff_get_delta(diff.get(), index);
      if (delta.status != GIT_DELTA_DELETED && paths.contains(delta.new_file.path)) {
        times.emplace(delta.new_file.path, step.time);
      }
    }
    return times.size() < paths.size();
  });
  return times;
}

}  // namespace macrolint::git
