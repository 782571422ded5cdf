#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "macro/action_catalogue.h"
#include "macro/scalar_edit.h"
#include "rule/rule.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

void report_unknown(const Macro& macro, const Action& action, const Reporter& reporter) {
  const auto near = nearest(action.field, action_field_names());
  const Place place{macro.source, action.field_span};
  Diagnostic& diagnostic =
      reporter.report(place, action.field,
                      fmt::format("Macros have no action on the field {}; expected one of Zendesk's actions reference, "
                                  "`custom_fields_NNN` or `Field: TITLE`.",
                                  in_backticks(action.field)));
  if (near.has_value()) {
    Suggestion& suggestion = diagnostic.suggestions.emplace_back();
    suggestion.message = fmt::format("did you mean `{}`?", *near);
    const auto edit = scalar_edit(*macro.source, action.field_span, action.field, *near);
    if (edit.has_value() && find_action_field(*near) != nullptr) {
      suggestion.edits.push_back(*edit);
    }
  }
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const Action& action : macro.actions) {
    if (action.field.empty() || find_action_field(action.field) != nullptr) {
      continue;
    }
    if (is_action_of_triggers_only(action.field)) {
      reporter.report({macro.source, action.field_span}, action.field,
                      fmt::format("{} is an action of triggers and automations; a macro cannot have it. Remove it.",
                                  in_backticks(action.field)));
    } else {
      report_unknown(macro, action, reporter);
    }
  }
}

}  // namespace

extern const Rule macro_unknown_action;
const Rule macro_unknown_action = {
    .name = "macro-unknown-action",
    .severity = Severity::error,
    .summary = "An action's field is none that a macro can set",
    .explanation =
        R"(Compares the `field` of each action with Zendesk's actions reference. Custom fields are written as
`custom_fields_NNN` with the field's number, or in a sync file as `Field: TITLE`.

Zendesk refuses a macro with a field that it does not know; with an action that only triggers have, the macro does not
do what its author expects.

Correct the name, or remove the action.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'add_tags'
  value: 'greeted'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'current_tags'
  value: 'greeted'
- field: 'custom_fields_360001234567'
  value: 'first_contact'
- field: 'Field: Region'
  value: 'emea'
)",
    .check_macro = check,
};

}  // namespace macrolint
