#pragma once

#include "index/project.h"
#include "lint/lint.h"

namespace macrolint {

/// Takes in which files those macro repositories have that are not checked out, as far as that can be found out; links
/// into them are then judged like links into the others.
void list_remote_repositories(const ReadOptions& options, Project& project);

}  // namespace macrolint
