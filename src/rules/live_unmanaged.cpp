#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Reporter& reporter) {
  for (std::size_t instance = 0; instance < project.snapshots.size(); ++instance) {
    if (project.snapshots[instance] == nullptr) {
      continue;
    }
    for (const Macro* live : project.snapshots[instance]->unmanaged) {
      reporter.report(
          {live->source, live->title_span}, live->title,
          fmt::format("The Zendesk of {} has the active macro {} (number {}), and the repository has none with this "
                      "title. Add it to the repository, or deactivate it.",
                      in_backticks(project.configuration.instances[instance].name), in_backticks(live->title),
                      live->id));
    }
  }
}

}  // namespace

extern const Rule live_unmanaged;
const Rule live_unmanaged = {
    .name = "live-unmanaged",
    .severity = Severity::note,
    .summary = "Zendesk has an active macro that the repository does not have",
    .explanation =
        R"(Reports the active macros in the [snapshot](live.md) of a Zendesk instance that no file of its sync repository stands for, at their line in the snapshot. Macros that one agent has for themselves are left out, and so is everything while the repository has no macro at all.

Nobody reviews what such a macro sends, and no check sees its words. Somebody made it in Zendesk by hand, or its file was removed and the macro stayed.

Add the macro to the repository, or deactivate it in Zendesk.)",
    .bad = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com",
 "macros": [
  {"id": 1, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]},
  {"id": 2, "title": "General::Gift Voucher", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "solved"}]}]}
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
 "macros": [
  {"id": 1, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]},
  {"id": 2, "title": "General::Gift Voucher", "active": false, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "solved"}]}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .is_about_zendesk = true,
    .check_project = check,
};

}  // namespace macrolint
