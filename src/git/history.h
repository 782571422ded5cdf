#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "git/mainline.h"
#include "git/repository.h"

namespace macrolint::git {

/// Where the files are today that once had other paths: former path -> path today. `folder` is a folder of the work
/// tree (empty for all of it); paths are below it, and moves into it or out of it do not count. Chains of renames are
/// followed to their end. A path that a file has today, or that leads to a file that was deleted since, is not in it;
/// of several files that had one path in turn, the last counts. Renames that are staged and not committed count, too.
[[nodiscard]] std::map<std::string, std::string> renames(const Repository& repository, const std::string& folder,
                                                         std::size_t commits = max_commits);

/// When files of the work tree were last changed by a commit, in seconds since 1970. Files that were not changed within
/// the commits that were looked at, and those in no commit, are not in it. What is not committed does not count.
[[nodiscard]] std::map<std::string, std::int64_t> last_changes(const Repository& repository,
                                                               const std::set<std::string>& paths,
                                                               std::size_t commits = max_commits);

}  // namespace macrolint::git
