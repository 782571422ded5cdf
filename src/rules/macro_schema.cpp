#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const yaml::Problem& problem : macro.schema_problems) {
    reporter.report({macro.source, problem.span}, problem.subject, problem.message);
  }
}

}  // namespace

extern const Rule macro_schema;
const Rule macro_schema = {
    .name = "macro-schema",
    .severity = Severity::error,
    .summary = "A macro file has an unknown key, lacks one, or has a value of the wrong type",
    .explanation =
        R"(Checks each macro file against `schemas/macro.schema.json`: which keys there are, that `title` and `actions` are
present, and the type of each value.

A misspelt key is not an error to YAML: it is passed over, and the macro does without it. A macro without a title or
without actions cannot be written to Zendesk.

Write the key as the schema has it, add what is missing, or give the value the type that the finding names. Editors
that know JSON Schema can check this while you type.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
descripton: 'Says hello'
actions:
- field: 'status'
  value: 'pending'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
description: 'Says hello'
actions:
- field: 'status'
  value: 'pending'
)",
    .check_macro = check,
};

}  // namespace macrolint
