#pragma once

#include "disk/disk.h"
#include "index/project.h"
#include "lint/find_files.h"

namespace macrolint {

/// Adds the pages of every document set, the texts and redirects that belong to a Hugo site, and the names of the
/// files that links may lead to.
void find_documents(const ReadableDisk& disk, Project& project, InputFiles& found);

}  // namespace macrolint
