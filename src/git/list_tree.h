#pragma once

#include <string>

#include "disk/disk.h"
#include "git/handles.h"
#include "git/tree_path.h"

namespace macrolint::git {

/// Lists the files below a folder of a tree as `RealDisk` lists those of the machine; `in_tree` is the folder's path
/// there, `folder` is how the paths of the listing begin. Submodules are left out.
[[nodiscard]] ListResult list_tree(git_repository& repository, const git_tree& tree, const std::string& folder,
                                   const std::string& in_tree, TreePaths& paths);

}  // namespace macrolint::git
