#pragma once

#include <string>

#include "configuration/configuration.h"
#include "index/history.h"

namespace macrolint::git {

/// Reads what was asked for from the repositories that hold the configured folders; what lies in none has no history.
/// `root` is the configuration's folder, an absolute path.
[[nodiscard]] History read_history(const std::string& root, const Configuration& configuration,
                                   const HistoryRequest& request);

}  // namespace macrolint::git
