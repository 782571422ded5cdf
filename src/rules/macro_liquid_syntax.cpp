#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "liquid/code_blocks.h"
#include "liquid/liquid.h"
#include "macro/text_view.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void suggest(const TextView& view, const LiquidProblem& problem, Diagnostic& diagnostic) {
  Suggestion& suggestion = diagnostic.suggestions.emplace_back();
  suggestion.message = fmt::format("did you mean {}?", in_backticks(problem.replacement));
  // What the file escapes would have to be escaped again.
  if (view.is_verbatim(problem.span)) {
    suggestion.edits.push_back({view.place(problem.span), problem.replacement});
  }
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const TextView& view : texts_of(macro)) {
    for (const LiquidProblem& problem : scan_liquid(blank_code_blocks(view.text), view.offset).problems) {
      Diagnostic& diagnostic =
          reporter.report(view.place(problem.span), std::string(view.source->slice(problem.span)), problem.message);
      if (!problem.replacement.empty()) {
        suggest(view, problem, diagnostic);
      }
    }
  }
}

}  // namespace

extern const Rule macro_liquid_syntax;
const Rule macro_liquid_syntax = {
    .name = "macro-liquid-syntax",
    .severity = Severity::error,
    .summary = "The Liquid in a macro's text is not well formed",
    .explanation =
        R"(Reads the Liquid in comments, subjects, side conversations and managed content: `{{ … }}` and `{% … %}` that are
not closed, blocks without their end or ends without their block, unknown tags and filters, operators that Liquid does
not have. Code blocks are left out: Zendesk does not replace placeholders there.

With such a mistake customers see the braces themselves, or the comment comes out empty, or a filter does nothing.

Correct the place that the finding names. The tags and filters are those of Liquid 4 and later.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: 'MANAGED_CONTENT'
contains_managed_content: true
-- macros/managed/active/General/Greeting.md --
Hello {{ticket.requester.first_name}},

{% if ticket.organization.name == "Example" %}
thank you for being with us.
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: 'MANAGED_CONTENT'
contains_managed_content: true
-- macros/managed/active/General/Greeting.md --
Hello {{ticket.requester.first_name | capitalize}},

{% if ticket.organization.name == "Example" %}
thank you for being with us.
{% else %}
thank you for writing to us.
{% endif %}
)",
    .check_macro = check,
};

}  // namespace macrolint
