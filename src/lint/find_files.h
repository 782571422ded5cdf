#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "configuration/configuration.h"
#include "document/document.h"
#include "index/macro_index.h"
#include "index/project.h"
#include "lint/folder_listings.h"
#include "site/site.h"

namespace macrolint {

/// A file to read and what it is.
struct InputFile {
  enum class Kind : std::uint8_t { snapshot, sync, managed, exported, page, include, redirects };

  Kind kind = Kind::page;
  std::string path;
  /// The instance, for macros and managed content.
  std::size_t instance = 0;
  /// Path below the repository's folder without its extension, for sync and managed files.
  std::string path_key;
  /// The document set, for the other kinds.
  std::size_t set = 0;
  /// The path below `content` (or the folder of plain documents), for pages; below `assets`, for includes.
  std::string path_in_site;
  Document::Syntax syntax = Document::Syntax::plain;
};

struct InputFiles {
  /// By kind, each in order of path.
  std::vector<InputFile> files;
  /// Files beside the folders for active and inactive macros that may be macros all the same.
  std::vector<InputFile> perhaps_misplaced;
  /// What the repositories of each instance hold.
  std::vector<RepositoryFiles> repositories;
  /// Parallel to the configuration's documents.
  std::vector<SiteFiles> site_files;
};

/// Sorts out what is in the folders that the configuration names. What could not be listed is added to the project's
/// unreadable.
[[nodiscard]] InputFiles find_files(const FolderListings& listings, Project& project);

}  // namespace macrolint
