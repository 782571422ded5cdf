#pragma once

#include <functional>

#include "cli/console.h"
#include "index/project.h"
#include "output/text.h"

namespace macrolint::cli {

/// Logs each file that could not be read and that `is_wanted` accepts. Returns whether the machine refused any
/// file at all, in which case the job was not done.
bool report_failures(const Project& project, const TextStyle& style,
                     const std::function<bool(const Unreadable&)>& is_wanted, Console& console);

}  // namespace macrolint::cli
