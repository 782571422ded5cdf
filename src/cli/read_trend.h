#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "report/trend.h"

namespace macrolint::cli {

/// The earlier results in a folder: its files that end in `.json`, in order of name, those in folders within it
/// included. What is no result is named in a warning and left out. False if the folder cannot be read.
[[nodiscard]] bool read_trend(const std::string& folder, std::vector<TrendPoint>& points, Console& console);

}  // namespace macrolint::cli
