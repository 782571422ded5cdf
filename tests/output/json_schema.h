#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// What a JSON document violates of a schema, each with its place; empty if it conforms.
[[nodiscard]] std::vector<std::string> violations(const nlohmann::json& document, std::string_view schema);

}  // namespace macrolint
