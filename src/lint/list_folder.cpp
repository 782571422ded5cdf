#include "lint/list_folder.h"

#include <fmt/format.h>

#include <algorithm>

namespace macrolint {

namespace {

void add_failure(Project& project, const ConfiguredPath& configured, const std::string& folder,
                 const DiskError& error) {
  project.unreadable.push_back({{&project.configuration.source, configured.span},
                                folder,
                                fmt::format("{} Nothing in it was checked.", error.message),
                                error.machine_at_fault,
                                error.missing});
}

}  // namespace

const Listing* list_folder(const FolderListings& listings, Project& project, const ConfiguredPath& configured,
                           const std::string& folder) {
  const ListResult& result = listings.of(folder);
  if (const auto* error = std::get_if<DiskError>(&result)) {
    add_failure(project, configured, folder, *error);
  }
  return std::get_if<Listing>(&result);
}

const Listing& list_folder_if_there(const FolderListings& listings, Project& project, const ConfiguredPath& configured,
                                    const std::string& folder) {
  static const Listing nothing;
  const ListResult& result = listings.of(folder);
  if (const auto* error = std::get_if<DiskError>(&result); error != nullptr && !error->missing) {
    add_failure(project, configured, folder, *error);
  }
  const auto* listing = std::get_if<Listing>(&result);
  return listing == nullptr ? nothing : *listing;
}

void add_unreadable(Project& project, const std::string& path, const DiskError& error) {
  Source& source = project.sources.emplace_back();
  source.path = path;
  project.unreadable.push_back(
      {{&source, {}}, path, fmt::format("{} It was not checked.", error.message), error.machine_at_fault});
}

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [path](std::string_view extension) { return path.ends_with(extension); });
}

}  // namespace macrolint
