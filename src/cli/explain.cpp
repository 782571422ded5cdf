#include "cli/commands.h"
#include "cli/rule_name.h"
#include "cli/rule_page.h"
#include "rule/rule.h"

namespace macrolint::cli {

ExitStatus explain(const Options& options, Console& console) {
  if (const auto problem = problem_with_rule_name(options.rule)) {
    console.error(*problem);
    return ExitStatus::usage;
  }
  const std::string page = rule_page(*find_rule(options.rule), console.color());
  return console.write(page) ? ExitStatus::clean : ExitStatus::failure;
}

}  // namespace macrolint::cli
