#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Macro& macro, const Reporter& reporter) {
  const Snapshot* snapshot = project.snapshot_for(macro);
  const bool is_kept = snapshot != nullptr && macro.is_usable() && macro.active && !macro.path_key.empty();
  if (!is_kept || snapshot->live_macro(macro) != nullptr) {
    return;
  }
  Diagnostic& diagnostic = reporter.report(
      {macro.source, macro.title_span}, macro.title,
      fmt::format("The Zendesk of {} has no macro with the title {}, so that nobody can apply it. Run the sync, or "
                  "remove the file if the macro was given up.",
                  in_backticks(project.configuration.instances[macro.instance].name), in_backticks(macro.title)));
  diagnostic.cause = snapshot->source;
}

}  // namespace

extern const Rule live_missing;
const Rule live_missing = {
    .name = "live-missing",
    .severity = Severity::warning,
    .summary = "An active macro of the repository is not in Zendesk",
    .explanation =
        R"(Looks for each active macro of a sync repository in the [snapshot](live.md) of its Zendesk instance: by its title, by its `previous_title`, by a title that differs in case and punctuation only, and by its words.

Pages tell people to apply a macro that they do not find. Either it was never brought to Zendesk, since the sync failed or has not run, or somebody deleted it there.

Run the sync and take a new snapshot. If the macro was deleted on purpose, remove its file.)",
    .bad = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com", "macros": []}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .good = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com",
 "macros": [{"id": 1, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .is_about_zendesk = true,
    .check_macro = check,
};

}  // namespace macrolint
