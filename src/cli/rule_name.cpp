#include "cli/rule_name.h"

#include <fmt/format.h>

#include "cli/load_configuration.h"
#include "rule/rule.h"
#include "source/nearest.h"

namespace macrolint::cli {

std::optional<std::string> problem_with_rule_name(std::string_view name) {
  if (find_rule(name) != nullptr) {
    return std::nullopt;
  }
  const auto near = nearest(name, rule_names());
  return fmt::format(
      "There is no rule `{}`.{}", name,
      near ? fmt::format(" Did you mean `{}`?", *near) : " Run `macrolint rules` for the list of rules.");
}

}  // namespace macrolint::cli
