#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "git/handles.h"

namespace macrolint::git {

struct Rename {
  std::string before;
  std::string after;
};

/// How many bytes of files may still be read to find renames, over a whole history. A file that was not changed when
/// it was moved is found without.
struct ReadBudget {
  std::uint64_t bytes = std::uint64_t{64} << 20U;
};

/// Pairs the files that vanished in a step of the history with those that came up in it: first equal ones, then those
/// of one extension with at least half of their lines in common, the most similar first. Of a step that moves
/// hundreds of files and changes them at once, only those that keep their name are compared.
[[nodiscard]] std::vector<Rename> find_renames(git_repository& repository, git_diff& diff, ReadBudget& budget);

}  // namespace macrolint::git
