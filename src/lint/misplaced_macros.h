#pragma once

#include <string>
#include <vector>

#include "disk/disk.h"
#include "index/project.h"
#include "lint/find_files.h"

namespace macrolint {

/// Those of the files beside the folders `active` and `inactive` of a sync repository that somebody may have meant to
/// lie in one of them, by their paths below the repository's folder: directly in the folder, in one that is written
/// `Active`, or in one of Zendesk's menu folders, such as `General` where there is `active/General`. What lies in other
/// folders, such as drafts, and templates are left alone.
[[nodiscard]] std::vector<std::string> paths_of_misplaced_files(const std::vector<std::string>& others,
                                                                const FileList& repository);

/// Adds to the project those of the files that hold a macro. No file is reported as unreadable: most have nothing to do
/// with macros.
void read_misplaced_macros(const std::vector<InputFile>& files, const ReadableDisk& disk, Project& project);

}  // namespace macrolint
