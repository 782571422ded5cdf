#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Zendesk itself allows inactive copies of a macro, so that in an export they are no mistake.
bool may_share_title(const Macro& macro) { return macro.path_key.empty() && !macro.active; }

void check(const Project& project, const Macro& macro, const Reporter& reporter) {
  if (!macro.is_usable() || may_share_title(macro)) {
    return;
  }
  for (const Macro* first : project.macro_index.with_title(macro.instance, macro.title)) {
    if (first == &macro) {
      return;
    }
    if (!may_share_title(*first)) {
      Diagnostic& diagnostic = reporter.report(
          {macro.source, macro.title_span}, macro.title,
          fmt::format("The title {} is already that of {}. Give one of the two macros another title, or delete one.",
                      in_backticks(macro.title), in_backticks(first->source->path)));
      diagnostic.related.push_back({{first->source, first->title_span}, "the other macro with this title is here"});
      return;
    }
  }
}

}  // namespace

extern const Rule macro_duplicate_title;
const Rule macro_duplicate_title = {
    .name = "macro-duplicate-title",
    .severity = Severity::error,
    .summary = "Two macros of one Zendesk instance have the same title",
    .explanation =
        R"(Reports each macro whose title another macro of the same instance has already, by the order of their paths.

The title is what a sync finds a macro in Zendesk by, and what documents and agents call it. With two macros of one
title, one overwrites the other or agents pick either.

Give one of them another title (and its old title as `previous_title`), or delete the one that is not needed. In an
export, inactive macros may share a title.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
-- macros/sync/data/inactive/General/Greeting.yaml --
---
title: 'General::Greeting'
active: false
actions:
- field: 'brand_id'
  value: 'Example'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
-- macros/sync/data/inactive/General/Old greeting.yaml --
---
title: 'General::Old greeting'
active: false
actions:
- field: 'brand_id'
  value: 'Example'
)",
    .check_macro = check,
};

}  // namespace macrolint
