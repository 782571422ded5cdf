#pragma once

#include "index/project.h"
#include "lint/find_files.h"
#include "lint/folder_listings.h"

namespace macrolint {

/// Adds the pages of every document set, the texts and redirects that belong to a Hugo site, and the names of the
/// files that links may lead to.
void find_documents(const FolderListings& listings, Project& project, InputFiles& found);

}  // namespace macrolint
