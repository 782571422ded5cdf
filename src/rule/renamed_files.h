#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "index/project.h"
#include "index/rewritten_link.h"

namespace macrolint {

/// Whether a reference names a macro by a title that neither a macro nor a `previous_title` has: then the history may
/// tell what became of it.
[[nodiscard]] bool has_unknown_title(const Reference& reference);

/// The macros whose files had another path before, by the title of that path; as the history of the files tells. A file
/// without `previous_title` was perhaps renamed by somebody who forgot it.
class RenamedFiles {
 public:
  explicit RenamedFiles(const Project& project);

  /// The macro that a reference with an unknown title means; null if the history tells of none, or of several.
  [[nodiscard]] const Macro* find(const Reference& reference) const;

 private:
  /// Null where several macros had the key.
  using Macros = std::unordered_map<std::string, const Macro*>;

  static void add(std::string key, const Macro& macro, Macros& macros);

  /// By the key of the title, and by those of its last parts.
  Macros by_title_;
  Macros by_suffix_;
};

/// Where a file of a macro repository is today, as the history of the files tells.
[[nodiscard]] std::optional<RepositoryFile> moved_in_history(const Project& project, const LinkTarget& target);

}  // namespace macrolint
