#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const yaml::Problem& problem : macro.yaml.problems) {
    reporter.report({macro.source, problem.span}, problem.subject, problem.message);
  }
}

}  // namespace

extern const Rule macro_syntax;
const Rule macro_syntax = {
    .name = "macro-syntax",
    .severity = Severity::error,
    .summary = "A macro file is not one well-formed YAML document",
    .explanation =
        R"(Reports macro files that are not YAML, that hold several YAML documents, that have a key twice, or that are not
UTF-8 text.

Of a key that stands twice, most programs silently use one value and drop the other, so that the macro does something
else than the file seems to say. A file that cannot be read at all never reaches Zendesk.

Correct the line that the finding points to. Values with `: `, `#`, `{{` or quotes in them are safest in quotes.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'open'
  value: 'pending'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .check_macro = check,
};

}  // namespace macrolint
