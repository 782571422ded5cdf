#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "disk/disk.h"
#include "index/project.h"
#include "lint/folder_listings.h"

namespace macrolint {

/// What is in a folder that the configuration names, or in one below it. If that is not known, the project's unreadable
/// say so at the line of the configuration, and null is returned.
[[nodiscard]] const Listing* list_folder(const FolderListings& listings, Project& project,
                                         const ConfiguredPath& configured, const std::string& folder);

/// The same for a folder that need not exist and is empty then.
[[nodiscard]] const Listing& list_folder_if_there(const FolderListings& listings, Project& project,
                                                  const ConfiguredPath& configured, const std::string& folder);

/// Notes that a file could not be read, pointing to the file itself.
void add_unreadable(Project& project, const std::string& path, const DiskError& error);

[[nodiscard]] bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions);

}  // namespace macrolint
