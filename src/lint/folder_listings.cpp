#include "lint/folder_listings.h"

#include <functional>
#include <vector>

#include "disk/paths.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

/// Those that hold most come first.
std::vector<std::string> folders_of(const Configuration& configuration) {
  std::vector<std::string> folders;
  for (const DocumentSet& documents : configuration.documents) {
    if (documents.kind == DocumentSet::Kind::hugo) {
      const SiteFolders site(documents);
      folders.insert(folders.end(), {site.content, site.statics, site.assets, site.layouts});
    } else {
      folders.push_back(documents.folder.path);
    }
  }
  for (const Instance& instance : configuration.instances) {
    for (const auto* repository : {&instance.sync, &instance.managed}) {
      if (repository->has_value() && !(*repository)->folder.path.empty()) {
        folders.push_back((*repository)->folder.path);
      }
    }
  }
  return folders;
}

}  // namespace

SiteFolders::SiteFolders(const DocumentSet& site)
    : content(joined(site.folder.path, "content")),
      statics(joined(site.folder.path, "static")),
      assets(joined(site.folder.path, "assets")),
      layouts(joined(site.folder.path, "layouts")) {}

FolderListings::FolderListings(const ReadableDisk& disk, const Configuration& configuration, unsigned jobs) {
  std::vector<std::function<void()>> tasks;
  for (const std::string& folder : folders_of(configuration)) {
    const auto [listing, is_new] = listings_.try_emplace(folder);
    if (is_new) {
      tasks.emplace_back([&disk, &folder = listing->first, &result = listing->second] { result = disk.list(folder); });
    }
  }
  at_once(jobs, tasks);
}

}  // namespace macrolint
