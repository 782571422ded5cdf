#pragma once

#include <string_view>

#include "index/project.h"
#include "rename/rename.h"

namespace macrolint {

/// Adds the places where the old title still stands after the plan, such as in code blocks and comments of HTML, and
/// puts all places that are left in order.
void add_left_titles(const Project& project, std::string_view old_title, RenamePlan& plan);

}  // namespace macrolint
