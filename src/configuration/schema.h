#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml.h"

namespace macrolint {

/// The text of a JSON Schema from `schemas/`, by its file name, built into the program; empty if unknown.
[[nodiscard]] std::string_view schema_text(std::string_view name);

/// Validates a YAML document against the named schema and places each violation: messages name what was found
/// and what was expected, unknown keys come with the nearest known one.
[[nodiscard]] std::vector<yaml::Problem> validate(const yaml::Node& root, std::string_view schema_name);

}  // namespace macrolint
