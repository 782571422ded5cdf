#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "disk/disk.h"
#include "index/project.h"

namespace macrolint {

/// Lists a folder that the configuration names, or one below it. If that fails, the project's unreadable say so at
/// the line of the configuration, and nothing is returned.
[[nodiscard]] std::optional<Listing> list_folder(const ReadableDisk& disk, Project& project,
                                                 const ConfiguredPath& configured, const std::string& folder);

/// The same for a folder that need not exist.
[[nodiscard]] Listing list_folder_if_there(const ReadableDisk& disk, Project& project, const ConfiguredPath& configured,
                                           const std::string& folder);

/// Notes that a file could not be read, pointing to the file itself.
void add_unreadable(Project& project, const std::string& path, const DiskError& error);

[[nodiscard]] bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions);

}  // namespace macrolint
