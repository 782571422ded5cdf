#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "html/html_structure.h"
#include "macro/action_catalogue.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// The text that an action writes: of `[channel, text]` the second.
const yaml::Node* comment_of(const Action& action) {
  const ActionField* field = find_action_field(action.field);
  const bool is_comment = field != nullptr && (field->kind == ValueKind::comment || field->kind == ValueKind::html);
  if (!is_comment || action.value == nullptr) {
    return nullptr;
  }
  const yaml::Node* text = action.value;
  if (text->kind == yaml::Kind::sequence) {
    text = text->items.size() == 2 ? &text->items[1] : nullptr;
  }
  const bool is_text = text != nullptr && (text->kind == yaml::Kind::scalar || text->kind == yaml::Kind::null);
  return is_text ? text : nullptr;
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const Action& action : macro.actions) {
    const yaml::Node* text = comment_of(action);
    if (text != nullptr && (text->is_null() || is_blank_html(text->value))) {
      const Span span = text->span.empty() ? action.field_span : text->span;
      reporter.report(
          {macro.source, span}, text->value,
          fmt::format("The comment in {} is empty. Write its text, or remove the action.", in_backticks(action.field)));
    }
  }
  const ManagedContent* managed = macro.managed_content;
  if (macro.contains_managed_content && managed != nullptr &&
      is_blank_html(managed->source->slice(managed->document.body))) {
    Diagnostic& diagnostic = reporter.report(
        {managed->source, {}}, managed->source->path,
        fmt::format("The file has no text, so the macro {} sends an empty comment. Write the text, or remove the "
                    "comment from the macro.",
                    in_backticks(macro.title)));
    diagnostic.related.push_back({{macro.source, macro.title_span}, "the macro is here"});
  }
}

}  // namespace

extern const Rule macro_empty_comment;
const Rule macro_empty_comment = {
    .name = "macro-empty-comment",
    .severity = Severity::error,
    .summary = "A macro's comment has no text",
    .explanation =
        R"(Reports comments that are empty or hold nothing but white space, tags and HTML comments, and managed content
files of that kind.

An agent who applies the macro gets an empty reply, or none, and takes it for sent.

Write the text, or remove the action.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>&nbsp;</p>'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: '<p>Thank you for writing to us.</p>'
)",
    .check_macro = check,
};

}  // namespace macrolint
