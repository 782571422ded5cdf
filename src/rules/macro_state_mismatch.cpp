#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  const bool says_nothing = macro.active_span.empty();
  const bool in_folder = macro.in_active_folder() || macro.in_inactive_folder();
  if (says_nothing || !in_folder || macro.active == macro.in_active_folder()) {
    return;
  }
  const std::string_view folder = macro.in_active_folder() ? "active" : "inactive";
  const std::string_view other = macro.in_active_folder() ? "inactive" : "active";
  reporter.report(
      {macro.source, macro.active_span}, std::string(macro.source->slice(macro.active_span)),
      fmt::format("The macro {} has `active: {}` but lies in the folder `{}`. Move the file to `{}`, or write "
                  "`active: {}`.",
                  in_backticks(macro.title), macro.active, folder, other, !macro.active));
}

}  // namespace

extern const Rule macro_state_mismatch;
const Rule macro_state_mismatch = {
    .name = "macro-state-mismatch",
    .severity = Severity::error,
    .summary = "A macro's `active` contradicts the folder that it lies in",
    .explanation =
        R"(Reports `active: false` in the folder `active`, and `active: true` in the folder `inactive`.

The folder is where people look, the value is what Zendesk gets. When they disagree, a macro that looks retired is
still offered to agents, or one that is in use disappears.

Decide which of the two is right: move the file (and its managed content file), or change the value.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: false
actions:
- field: 'status'
  value: 'pending'
)",
    .good = R"(-- macros/sync/data/inactive/General/Greeting.yaml --
---
title: 'General::Greeting'
active: false
actions:
- field: 'status'
  value: 'pending'
)",
    .check_macro = check,
};

}  // namespace macrolint
