#include <fmt/format.h>

#include <unordered_set>

#include "rule/documented_macros.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Reporter& reporter) {
  if (!project.are_pages_complete) {
    return;
  }
  const std::unordered_set<const Macro*> documented = documented_macros(project);
  if (documented.empty()) {
    return;  // nobody documents macros here
  }
  for (const Macro& macro : project.macros) {
    if (macro.is_usable() && macro.active && !documented.contains(&macro)) {
      reporter.report({macro.source, macro.title_span}, macro.title,
                      fmt::format("No page refers to the macro `{}`. Say in a page when to send it, or deactivate it "
                                  "if nobody needs it.",
                                  macro.title));
    }
  }
}

}  // namespace

extern const Rule macro_undocumented;
const Rule macro_undocumented = {
    .name = "macro-undocumented",
    .severity = Severity::note,
    .summary = "No page refers to an active macro",
    .explanation =
        "Nothing in the workflow documents says when to send the macro. New colleagues do not learn of it, and those "
        "who know it decide each for themselves. Describe it where it belongs, or deactivate it. Every way to name a "
        "macro counts: its title, the last part of the title, a former title, a link to its file, its number. Where no "
        "page refers to any macro, nothing is reported.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/sync/data/active/General/Repair Quote.yaml --\n"
        "title: 'General::Repair Quote'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/sync/data/active/General/Repair Quote.yaml --\n"
        "title: 'General::Repair Quote'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro; for repairs, the `General::Repair Quote` macro.\n",
    .check_project = check,
};

}  // namespace macrolint
