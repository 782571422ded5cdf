#pragma once

#include <optional>

#include "diagnostic/diagnostic.h"
#include "index/moved_file.h"
#include "index/project.h"
#include "index/rewritten_link.h"

namespace macrolint {

/// A suggestion to let a link into a macro repository lead to another file, in the form in which it is written. Without
/// an edit, and then unsafe, where the address cannot be told or is not all of the link's own text.
[[nodiscard]] Suggestion link_to_file(const Project& project, const Document& document, const Link& link,
                                      const LinkTarget& target, const RepositoryFile& file,
                                      Applicability applicability);

/// The same for the file of a macro.
[[nodiscard]] Suggestion link_to_macro(const Project& project, const Document& document, const Link& link,
                                       const LinkTarget& target, const Macro& macro);

/// Where the file of a stale link is today; nothing if it is nowhere or the link is right. A link is either stale, or
/// missing its file, or neither. The history of the files is asked where the names alone do not tell.
[[nodiscard]] std::optional<MovedFile> moved_file_of(const Project& project, const Document& document,
                                                     const RepositoryLink& link);

/// Whether the history of the files might tell more about the link than what is there today.
[[nodiscard]] bool may_be_in_history(const Project& project, const Document& document, const RepositoryLink& link);

/// The macro that a link's label names, or null.
[[nodiscard]] const Macro* macro_named_by_label(const Project& project, const Document& document, const Link& link);

}  // namespace macrolint
