#pragma once

#include <optional>

#include "index/macro_index.h"
#include "index/rewritten_link.h"

namespace macrolint {

/// Where the file or folder of a stale link is today.
struct MovedFile {
  enum class Cause : std::uint8_t {
    address,     ///< the repository has another address
    state,       ///< between `active` and `inactive`
    extension,   ///< the same file with another extension
    repository,  ///< the macro's wording is not in the repository that the link goes to
    history,     ///< the file was renamed, as the history of the files tells
    folder,      ///< the only file of that name is in another folder
  };

  Cause cause = Cause::address;
  RepositoryFile file;
  /// Whether there is no doubt that it is what the link was made for.
  bool certain = false;
};

/// Looks for it where files go. `named` is the macro that the link's label names, or null. Nothing if the link is right
/// or leads to what is nowhere.
[[nodiscard]] std::optional<MovedFile> find_moved_file(const MacroIndex& index, const LinkTarget& target,
                                                       const Macro* named);

}  // namespace macrolint
