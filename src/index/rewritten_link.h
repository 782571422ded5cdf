#pragma once

#include <string>
#include <string_view>

#include "index/macro_index.h"

namespace macrolint {

/// A file of a macro repository.
struct RepositoryFile {
  std::size_t instance = 0;
  bool managed = false;
  /// Below the repository's folder.
  std::string path;
};

/// The address of another file, written as the link is: `blob`, `tree` or `raw`, the branch, the query, the way in
/// which characters are percent-encoded. A link by a former address, or to another repository, gets the address of
/// today and, unless it names one of its own, the branch of that. Empty if the other repository has no address today.
[[nodiscard]] std::string rewritten_link(const MacroIndex& index, std::string_view url, const LinkTarget& target,
                                         const RepositoryFile& file);

}  // namespace macrolint
