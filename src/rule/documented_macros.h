#pragma once

#include <unordered_set>

#include "index/project.h"

namespace macrolint {

/// The macros that some page refers to, in whatever way: by title, by part of it, by a former one, by a link to where a
/// file is or was, or by number. A title with a typing mistake is meant for the macro that has it without; the mistake
/// has a finding of its own. Empty where no page refers to any macro.
[[nodiscard]] std::unordered_set<const Macro*> documented_macros(const Project& project);

}  // namespace macrolint
