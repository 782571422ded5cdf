#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "configuration/configuration.h"
#include "disk/disk.h"
#include "document/document.h"
#include "index/macro_index.h"
#include "index/project.h"

namespace macrolint {

/// A file to read and what it is.
struct InputFile {
  enum class Kind : std::uint8_t { sync, managed, exported, page };

  Kind kind = Kind::page;
  std::string path;
  /// The instance, for all kinds but pages.
  std::size_t instance = 0;
  /// Path below the repository's folder without its extension, for sync and managed files.
  std::string path_key;
  Document::Syntax syntax = Document::Syntax::plain;
};

struct InputFiles {
  /// Macros first, then managed content, then pages; each in order of path.
  std::vector<InputFile> files;
  /// What the repositories of each instance hold.
  std::vector<RepositoryFiles> repositories;
};

/// Lists every folder that the configuration names. What cannot be listed is added to the project's unreadable.
[[nodiscard]] InputFiles find_files(const Disk& disk, Project& project);

/// Notes that a file could not be read, pointing to the file itself.
void add_unreadable(Project& project, const std::string& path, const DiskError& error);

}  // namespace macrolint
