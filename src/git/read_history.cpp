#include "git/read_history.h"

#include <optional>
#include <utility>
#include <vector>

#include "disk/paths.h"
#include "git/history.h"
#include "git/repository.h"

namespace macrolint::git {

namespace {

std::string absolute_path(const std::string& root, const std::string& path) {
  return path.starts_with('/') ? path : joined(root, path);
}

/// A configured folder and the repository that holds it.
struct Place {
  const std::string* folder;
  const Repository* repository;
  std::string in_tree;
};

/// Opens each repository once.
class Places {
 public:
  Places(const std::string& root, const std::vector<const ConfiguredPath*>& paths) {
    for (const ConfiguredPath* path : paths) {
      Result<Repository> opened = Repository::open(absolute_path(root, path->path));
      if (auto* repository = std::get_if<Repository>(&opened)) {
        const auto in_tree = repository->path_below(absolute_path(root, path->path));
        const auto [known, is_new] = repositories_.try_emplace(repository->work_tree(), std::move(*repository));
        if (in_tree.has_value()) {
          places_.push_back({&path->path, &known->second, *in_tree});
        }
      }
    }
  }

  [[nodiscard]] const std::vector<Place>& all() const { return places_; }

  /// The place with the deepest folder that holds a path; null if none does.
  [[nodiscard]] const Place* holding(const std::string& path) const {
    const Place* deepest = nullptr;
    for (const Place& place : places_) {
      if ((path == *place.folder || is_below(path, *place.folder)) &&
          (deepest == nullptr || joined(*place.folder, "").size() > joined(*deepest->folder, "").size())) {
        deepest = &place;
      }
    }
    return deepest;
  }

 private:
  std::map<std::string, Repository> repositories_;
  std::vector<Place> places_;
};

void add_last_changes(const Places& places, const std::set<std::string>& paths, History& history) {
  // By repository: the paths in it, and what sources call them.
  std::map<const Repository*, std::map<std::string, std::string>> wanted;
  for (const std::string& path : paths) {
    if (const Place* place = places.holding(path)) {
      const std::string in_tree =
          path == *place->folder ? place->in_tree : joined(place->in_tree, path_below(*place->folder, path));
      wanted[place->repository].emplace(in_tree, path);
    }
  }
  for (const auto& [repository, names] : wanted) {
    std::set<std::string> in_tree;
    for (const auto& [path, name] : names) {
      in_tree.insert(path);
    }
    for (const auto& [path, time] : last_changes(*repository, in_tree)) {
      history.last_changes.emplace(names.at(path), time);
    }
  }
}

}  // namespace

History read_history(const std::string& root, const Configuration& configuration, const HistoryRequest& request) {
  History history;
  const Places places(root, configured_paths(configuration));
  if (request.renames) {
    for (const Place& place : places.all()) {
      for (const auto& [before, after] : renames(*place.repository, place.in_tree)) {
        history.renames.emplace(joined(*place.folder, before), joined(*place.folder, after));
      }
    }
  }
  add_last_changes(places, request.last_changes, history);
  return history;
}

}  // namespace macrolint::git
