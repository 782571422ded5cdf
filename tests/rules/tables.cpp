#include "rules/tables.h"

#include <fmt/format.h>

#include <map>

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

std::string renamed_file(const std::string& path, const std::string& title, const std::string& previous) {
  return fmt::format(
      "-- macros/sync/data/{}.yaml --\ntitle: '{}'\nprevious_title: '{}'\nactive: true\nactions:\n- field: 'status'\n"
      "  value: 'pending'\n",
      path, title, previous);
}

std::string page_after(const std::string& archive, std::string_view rule) {
  const LintResult result = lint_files(archive);
  std::map<std::uint32_t, Edit> edits;
  std::string least = "safe";
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.rule != rule || diagnostic.place.source->path != "handbook/content/page.md") {
      continue;
    }
    text = std::string(std::string_view(diagnostic.place.source->text));
    if (diagnostic.suggestions.empty() || diagnostic.suggestions.front().edits.empty()) {
      least = "none";
      continue;
    }
    const Suggestion& suggestion = diagnostic.suggestions.front();
    least = least == "safe" ? std::string(name_of(suggestion.applicability)) : least;
    for (const Edit& edit : suggestion.edits) {
      edits.insert_or_assign(edit.place.span.begin, edit);
    }
  }
  if (text.empty()) {
    return "nothing";
  }
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    text.replace(edit->second.place.span.begin, edit->second.place.span.size(), edit->second.replacement);
  }
  return least + ": " + text;
}

}  // namespace macrolint
