#pragma once

#include <vector>

#include "index/project.h"

namespace macrolint {

/// The macros that a reference with a macro may mean: where two instances have the title, and no link tells them
/// apart, both. The reference's own macro is among them.
[[nodiscard]] std::vector<const Macro*> macros_meant(const Project& project, const Reference& reference);

}  // namespace macrolint
