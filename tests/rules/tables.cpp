#include "rules/tables.h"

#include <fmt/format.h>

#include "support/lint_archive.h"

namespace macrolint {

Findings findings_in(const std::string& archive) {
  Findings findings;
  for (const Diagnostic& diagnostic : lint_files(archive).diagnostics) {
    findings.push_back(fmt::format("{} {}", diagnostic.rule, diagnostic.subject));
  }
  return findings;
}

Findings findings_of_actions(const std::string& actions) {
  return findings_in(
      "-- macros/sync/data/active/General/Greeting.yaml --\ntitle: 'General::Greeting'\nactive: true\n"
      "actions:\n" +
      actions);
}

Findings findings_of_comment(const std::string& text) {
  return findings_of_actions("- field: 'comment_value'\n  value: '" + text + "'\n");
}

Findings findings_of_html(const std::string& html) {
  return findings_of_actions("- field: 'comment_value_html'\n  value: '" + html + "'\n");
}

std::string sync_file(const std::string& path, const std::string& title, bool active) {
  return fmt::format(
      "-- macros/sync/data/{}.yaml --\ntitle: '{}'\nactive: {}\nactions:\n- field: 'status'\n  value: 'pending'\n",
      path, title, active);
}

}  // namespace macrolint
