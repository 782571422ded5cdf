#pragma once

#include <vector>

#include "configuration/configuration.h"
#include "yaml/yaml.h"

namespace macrolint {

/// Reads the key `links`, but for its patterns. What the schema cannot express is reported.
[[nodiscard]] LinkSettings read_link_settings(const yaml::Node& node, std::vector<yaml::Problem>& problems);

}  // namespace macrolint
