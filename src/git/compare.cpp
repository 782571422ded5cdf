#include "git/compare.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "disk/paths.h"

namespace macrolint::git {

namespace {

/// The repositories that hold the folders, each once and the configuration's first; and why there are not more.
struct Candidates {
  std::vector<Repository> repositories;
  std::optional<Error> error;
};

Candidates find_repositories(const std::string& root, const std::vector<std::string>& folders) {
  Candidates found;
  std::string own;
  for (const std::string& folder : folders) {
    Result<Repository> opened = Repository::open(folder.starts_with('/') ? folder : joined(root, folder));
    if (auto* error = std::get_if<Error>(&opened)) {
      const bool says_more = error->kind != Error::Kind::no_repository;
      if (!found.error.has_value() || (says_more && found.error->kind == Error::Kind::no_repository)) {
        found.error = std::move(*error);
      }
      continue;
    }
    Repository& repository = std::get<Repository>(opened);
    if (&folder == &folders.front()) {
      own = repository.work_tree();
      continue;
    }
    const bool is_known =
        std::any_of(found.repositories.begin(), found.repositories.end(),
                    [&](const Repository& known) { return known.work_tree() == repository.work_tree(); });
    if (!is_known) {
      found.repositories.push_back(std::move(repository));
    }
  }
  std::stable_partition(found.repositories.begin(), found.repositories.end(),
                        [&](const Repository& repository) { return repository.work_tree() == own; });
  return found;
}

}  // namespace

bool EarlierState::has_changed(std::string_view path) const {
  const std::optional<std::string> in_tree = disk->path_in_tree(path);
  return in_tree.has_value() && changed->contains(*in_tree);
}

Result<EarlierState> earlier_state(const std::string& root, const std::vector<std::string>& folders,
                                   const std::string& revision, unsigned jobs) {
  const Candidates candidates = find_repositories(root, folders);
  std::optional<Error> error;
  for (const Repository& repository : candidates.repositories) {
    const Result<CommitId> base = repository.merge_base(revision);
    if (const auto* problem = std::get_if<Error>(&base)) {
      error = error.has_value() ? error : *problem;
      continue;
    }
    const auto& commit = std::get<CommitId>(base);
    auto changed = repository.changed_since(commit);
    if (auto* problem = std::get_if<Error>(&changed)) {
      return std::move(*problem);
    }
    auto disk = CommitDisk::open(repository, commit, root, folders, jobs);
    if (auto* problem = std::get_if<Error>(&disk)) {
      return std::move(*problem);
    }
    EarlierState state;
    state.commit = commit;
    state.work_tree = repository.work_tree();
    state.disk = std::get<std::unique_ptr<CommitDisk>>(std::move(disk));
    state.changed = std::make_shared<const std::set<std::string>>(std::get<std::set<std::string>>(std::move(changed)));
    state.disk->set_changed(state.changed);
    return state;
  }
  if (error.has_value()) {
    return *error;
  }
  return candidates.error.value_or(Error{Error::Kind::no_repository, "No folder is in a git repository."});
}

}  // namespace macrolint::git
