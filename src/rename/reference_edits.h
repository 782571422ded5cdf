#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fix/edited_text.h"
#include "index/project.h"
#include "rename/rename.h"

namespace macrolint {

/// The edits of documents and macros that a rename calls for.
struct ReferenceEdits {
  /// By path, in order of place.
  std::map<std::string, std::vector<Replacement>, std::less<>> edits;
  std::size_t count = 0;
  /// What speaks of the macro and cannot be changed safely.
  std::vector<LeftPlace> left;
};

/// Titles become the new title, or as much of its end as they had of the old one; links to the macro's files lead to
/// `new_path_key`.
[[nodiscard]] ReferenceEdits reference_edits(const Project& project, const Macro& macro, const std::string& new_title,
                                             const std::string& new_path_key);

}  // namespace macrolint
