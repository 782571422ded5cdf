#include <fmt/format.h>

#include <map>
#include <string_view>

#include "diagnostic/in_backticks.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Two active macros of one instance with one title. Zendesk allows inactive copies.
void check_live(const Project& project, std::size_t instance, const std::deque<Macro>& macros,
                const Reporter& reporter) {
  std::map<std::string_view, const Macro*> first;
  for (const Macro& live : macros) {
    if (live.instance != instance || !live.is_usable() || !live.active) {
      continue;
    }
    const auto [known, is_new] = first.emplace(live.title, &live);
    if (!is_new) {
      Diagnostic& diagnostic = reporter.report(
          {live.source, live.title_span}, live.title,
          fmt::format("The Zendesk of {} has two active macros with the title {}, the numbers {} and {}. Deactivate "
                      "one of them, or give it another title.",
                      in_backticks(project.configuration.instances[instance].name), in_backticks(live.title),
                      known->second->id, live.id));
      diagnostic.related.push_back({{known->second->source, known->second->title_span}, "the other one is here"});
    }
  }
}

/// The sync would give the macro with the former title one that another macro has.
void check_left_behind(const Project& project, std::size_t instance, const Snapshot& snapshot,
                       const Reporter& reporter) {
  for (const Macro& macro : project.macros) {
    const auto found = macro.instance == instance ? snapshot.left_behind.find(&macro) : snapshot.left_behind.end();
    if (found == snapshot.left_behind.end()) {
      continue;
    }
    const Macro& namesake = *snapshot.live_macro(macro);
    Diagnostic& diagnostic = reporter.report(
        {macro.source, macro.title_span}, macro.title,
        fmt::format("This macro was {} before, and the Zendesk of {} has active macros with both titles. Deactivate "
                    "the one that agents should not apply.",
                    in_backticks(macro.previous_title), in_backticks(project.configuration.instances[instance].name)));
    diagnostic.related.push_back({{namesake.source, namesake.title_span}, "the one with the title of today is here"});
    diagnostic.related.push_back(
        {{found->second->source, found->second->title_span}, "the one with the former title is here"});
    diagnostic.cause = snapshot.source;
  }
}

void check(const Project& project, const Reporter& reporter) {
  for (std::size_t instance = 0; instance < project.snapshots.size(); ++instance) {
    if (const Snapshot* snapshot = project.snapshots[instance].get(); snapshot != nullptr) {
      check_live(project, instance, snapshot->macros, reporter);
      check_left_behind(project, instance, *snapshot, reporter);
    }
  }
}

}  // namespace

extern const Rule live_title_collision;
const Rule live_title_collision = {
    .name = "live-title-collision",
    .severity = Severity::warning,
    .summary = "Zendesk has two macros where there is to be one title",
    .explanation =
        R"(Reports, by the [snapshot](live.md) of a Zendesk instance, each active macro whose title another active macro there has already, and each macro of the repository that was renamed while Zendesk has active macros with both titles, the former and that of today.

Agents pick either of the two, and so does a sync that looks macros up by their titles: one is kept up to date, and the other one goes on sending what nobody maintains.

Deactivate the one that is not meant, or give it a title of its own.)",
    .bad = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com",
 "macros": [
  {"id": 1, "title": "General::Label for returns", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]},
  {"id": 2, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
previous_title: 'General::Label for returns'
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
  {"id": 1, "title": "General::Label for returns", "active": false, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]},
  {"id": 2, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "status", "value": "pending"}]}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
previous_title: 'General::Label for returns'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .is_about_zendesk = true,
    .check_project = check,
};

}  // namespace macrolint
