#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint::cli {

/// Nothing if a rule has that name, else a sentence that says so and names the nearest rule.
[[nodiscard]] std::optional<std::string> problem_with_rule_name(std::string_view name);

}  // namespace macrolint::cli
