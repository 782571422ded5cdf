#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "disk/disk.h"
#include "fix/edited_text.h"
#include "index/project.h"
#include "macro/macro.h"

namespace macrolint {

struct RenameRequest {
  std::string old_title;
  std::string new_title;
  /// The name of the macro's instance; empty if the old title alone says which macro is meant.
  std::string instance;
};

/// A file that goes to the path that fits the new title.
struct FileMove {
  /// The configured folder that both paths lie below.
  std::string folder;
  std::string from;
  std::string to;
};

/// A place that may speak of the macro and is left for a person to look at.
struct LeftPlace {
  Place place;
  std::string reason;
};

/// Everything that a rename changes. Nothing is written yet.
struct RenamePlan {
  const Macro* macro = nullptr;
  /// The files whose text changes or that move, by their present paths.
  std::map<std::string, EditedText, std::less<>> files;
  std::vector<FileMove> moves;
  /// Symbolic links to pages: they are not edited, as what they lead to is.
  std::set<std::string, std::less<>> linked_pages;
  /// Titles and links in documents and macros that change.
  std::size_t references = 0;
  /// In order of path and place.
  std::vector<LeftPlace> left;

  /// Where the file is afterwards.
  [[nodiscard]] std::string_view path_after(std::string_view path) const;
};

/// Finds out what a rename changes, or why it cannot be done: a sentence that says what to do instead.
[[nodiscard]] std::variant<RenamePlan, std::string> plan_rename(const Project& project, const Disk& disk,
                                                                const RenameRequest& request);

/// Makes the change: new files first, old ones are deleted last. If anything fails, what was done is undone, and the
/// errors are returned.
[[nodiscard]] std::vector<DiskError> apply_rename(Disk& disk, const RenamePlan& plan);

}  // namespace macrolint
