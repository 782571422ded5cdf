#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "drift/live/live_differences.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

using Kind = LiveDifference::Kind;

std::string shown(const std::string& value) { return value.empty() ? "nothing" : in_backticks(value); }

std::string message_of_value(const LiveDifference& found) {
  if (!found.live.has_value()) {
    return fmt::format("The repository sets {} to {}, and Zendesk does not set it.", in_backticks(found.field),
                       shown(*found.repository));
  }
  if (!found.repository.has_value()) {
    return fmt::format("Zendesk sets {} to {}, and the repository does not set it.", in_backticks(found.field),
                       shown(*found.live));
  }
  return fmt::format("Zendesk sets {} to {}, the repository to {}.", in_backticks(found.field), shown(*found.live),
                     shown(*found.repository));
}

std::string message_of_wording(const LiveDifference& found) {
  if (!found.live.has_value()) {
    return fmt::format("The repository writes {} with {}, and Zendesk does not write it.", in_backticks(found.field),
                       shown(*found.repository));
  }
  if (!found.repository.has_value()) {
    return fmt::format("Zendesk writes {} with {}, and the repository does not write it.", in_backticks(found.field),
                       shown(*found.live));
  }
  return fmt::format("Zendesk has another wording: it says {}, the repository {}.", shown(*found.live),
                     shown(*found.repository));
}

std::string message_of(const LiveDifference& found) {
  switch (found.kind) {
    case Kind::title:
      return fmt::format("Zendesk has this macro under the title {}, the repository under {}.", shown(*found.live),
                         shown(*found.repository));
    case Kind::active:
      return fmt::format("The macro is {} in Zendesk and {} in the repository.", *found.live, *found.repository);
    case Kind::description:
      return fmt::format("Zendesk describes the macro with {}, the repository with {}.", shown(*found.live),
                         shown(*found.repository));
    case Kind::restriction:
      return fmt::format("In Zendesk the macro is for {}, in the repository for {}.", shown(*found.live),
                         shown(*found.repository));
    case Kind::value:
      return message_of_value(found);
    case Kind::wording:
      return message_of_wording(found);
    case Kind::tags:
      return fmt::format("The text in Zendesk has the Liquid tags {}, that in the repository {}.", shown(*found.live),
                         shown(*found.repository));
    case Kind::links:
      return fmt::format("The text in Zendesk links to {} where that in the repository links to {}.",
                         shown(*found.live), shown(*found.repository));
  }
  return "";
}

void check(const Project& project, const Macro& macro, const Reporter& reporter) {
  const Snapshot* snapshot = project.snapshot_for(macro);
  const Macro* live = snapshot == nullptr ? nullptr : snapshot->live_macro(macro);
  if (live == nullptr) {
    return;
  }
  for (const LiveDifference& found : compare_with_live(macro, *live, *snapshot).differences) {
    Diagnostic& diagnostic = reporter.report(
        found.place, found.field, message_of(found) + " Find out which is right, and bring the other into line.");
    diagnostic.related.push_back({found.live_place, "Zendesk has it here"});
    diagnostic.cause = snapshot->source;
  }
}

}  // namespace

extern const Rule live_changed;
const Rule live_changed = {
    .name = "live-changed",
    .severity = Severity::warning,
    .summary = "A macro in Zendesk is not what the repository says",
    .explanation =
        R"(Compares each active macro of a sync repository with the same macro in the [snapshot](live.md) of its Zendesk instance: title, state, description, restriction and each action, the wording with its managed content included. Each difference is a finding of its own, with both values.

Somebody edited the macro in Zendesk, behind the repository's back, or the sync has not run. What was reviewed is not what customers get, and the next sync undoes the edit without a word.

Names in the repository are compared with the numbers in Zendesk through the lists of the snapshot, and texts as readers see them; [what counts as equal](live.md#what-counts-as-equal) is described. Where it cannot be told for sure, nothing is said.

Find out which of the two is right: bring the edit into the repository, or run the sync.)",
    .bad = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com",
 "macros": [{"id": 1, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [
    {"field": "comment_value_html", "value": "<p>Please send the parcel back within <b>14 days</b>.</p>"},
    {"field": "status", "value": "solved"}]}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>Please send the parcel back within 7 days.</p>'
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
   "actions": [
    {"field": "comment_value_html", "value": "<p>Please send the parcel back within <b>7 days</b>.</p>"},
    {"field": "status", "value": "pending"}]}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>Please send the parcel back within 7 days.</p>'
- field: 'status'
  value: 'pending'
)",
    .is_about_zendesk = true,
    .check_macro = check,
};

}  // namespace macrolint
