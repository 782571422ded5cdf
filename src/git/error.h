#pragma once

#include <cstdint>
#include <string>

namespace macrolint::git {

/// Why there is no answer from a repository.
struct Error {
  enum class Kind : std::uint8_t {
    no_repository,     ///< the folder is in none, or in a bare one, which has no files
    not_trusted,       ///< the repository belongs to another user
    unknown_revision,  ///< nothing in it has that name
    incomplete,        ///< a shallow or partial clone lacks what would be needed
    broken,            ///< it cannot be read
  };

  Kind kind = Kind::broken;
  /// Whole sentences: what is wrong and what to do.
  std::string message;
};

}  // namespace macrolint::git
