#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/in_backticks.h"
#include "macro/action_catalogue.h"
#include "macro/scalar_edit.h"
#include "rule/rule.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

constexpr std::array<std::string_view, 3> channels = {"channel:all", "channel:web", "channel:chat"};

/// One action with its value at hand, and the way to say what is wrong with it.
struct Checked {
  const Macro& macro;
  const Action& action;
  const yaml::Node& value;
  const Reporter& reporter;

  [[nodiscard]] bool is_text() const { return value.kind != yaml::Kind::sequence && value.kind != yaml::Kind::mapping; }

  Diagnostic& report(const yaml::Node& node, std::string_view expected) const {
    const std::string found = node.kind == yaml::Kind::sequence  ? "a list"
                              : node.kind == yaml::Kind::mapping ? "a mapping"
                              : node.value.empty()               ? "nothing"
                                                                 : in_backticks(node.value);
    const Span span = node.span.empty() ? action.field_span : node.span;
    return reporter.report({macro.source, span}, node.value,
                           fmt::format("{} is set to {}; expected {}.", in_backticks(action.field), found, expected));
  }
};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void check_words(const Checked& checked, std::span<const std::string_view> words) {
  const std::string& written = checked.value.value;
  // `type` and `priority` can be emptied, a status cannot.
  const bool may_be_empty = checked.action.field != "status";
  if (checked.is_text() && (contains(words, written) || (may_be_empty && written.empty()))) {
    return;
  }
  const bool never_in_macro = checked.action.field == "status" && (written == "new" || written == "closed");
  const std::string_view near = never_in_macro ? "" : nearest(written, words).value_or("");
  Diagnostic& diagnostic = checked.report(
      checked.value, choice_in_backticks(words) + (never_in_macro ? "; a macro cannot set the others" : ""));
  if (!near.empty()) {
    Suggestion& suggestion = diagnostic.suggestions.emplace_back();
    suggestion.message = fmt::format("did you mean `{}`?", near);
    if (auto edit = scalar_edit(*checked.macro.source, checked.value.span, written, near)) {
      suggestion.edits.push_back(std::move(*edit));
    }
  }
}

void check_boolean(const Checked& checked) {
  const std::string& written = checked.value.value;
  if (!checked.is_text() || (written != "true" && written != "false")) {
    checked.report(checked.value, "`true` or `false`");
  }
}

void check_id(const Checked& checked, std::string_view other_prefix, std::string_view expected) {
  const std::string& written = checked.value.value;
  const bool is_name = !other_prefix.empty() && written.starts_with(other_prefix);
  if (!checked.is_text() || (!is_number(written) && !is_name)) {
    checked.report(checked.value, expected);
  }
}

void check_user(const Checked& checked) {
  constexpr std::array<std::string_view, 3> words = {"current_user", "requester_id", ""};
  const std::string& written = checked.value.value;
  const bool is_email = written.find('@') != std::string::npos;
  if (!checked.is_text() || (!is_number(written) && !is_email && !contains(words, written))) {
    checked.report(checked.value, "a user's number or email address, or `current_user`");
  }
}

void check_comment(const Checked& checked) {
  if (checked.is_text()) {
    return;
  }
  const std::vector<yaml::Node>& parts = checked.value.items;
  const bool is_pair = parts.size() == 2 && parts[0].kind == yaml::Kind::scalar &&
                       parts[1].kind != yaml::Kind::mapping && parts[1].kind != yaml::Kind::sequence;
  if (!is_pair) {
    checked.report(checked.value, "text, or a list of a channel and a text");
  } else if (!contains(channels, parts[0].value)) {
    checked.report(parts[0], fmt::format("the channel {}", choice_in_backticks(channels)));
  }
}

void check_action(const Checked& checked, const ActionField& field) {
  switch (field.kind) {
    case ValueKind::words:
      check_words(checked, field.words);
      break;
    case ValueKind::boolean:
      check_boolean(checked);
      break;
    case ValueKind::id:
      check_id(checked, "", "a number");
      break;
    case ValueKind::id_or_form:
      check_id(checked, "Form:", "a number or `Form: NAME`");
      break;
    case ValueKind::user:
      check_user(checked);
      break;
    case ValueKind::comment:
      check_comment(checked);
      break;
    case ValueKind::tags:
    case ValueKind::id_or_name:
    case ValueKind::text:
    case ValueKind::html:
      if (!checked.is_text()) {
        checked.report(checked.value, field.kind == ValueKind::tags ? "text with a space between tags" : "text");
      }
      break;
    case ValueKind::side_conversation:
      if (checked.is_text()) {
        checked.report(checked.value, "a list of subject, text, recipient and content type");
      }
      break;
    case ValueKind::any:
      break;
  }
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const Action& action : macro.actions) {
    const ActionField* field = find_action_field(action.field);
    if (field != nullptr && action.value != nullptr) {
      check_action({macro, action, *action.value, reporter}, *field);
    }
  }
}

}  // namespace

extern const Rule macro_invalid_value;
const Rule macro_invalid_value = {
    .name = "macro-invalid-value",
    .severity = Severity::error,
    .summary = "An action sets its field to a value that the field cannot have",
    .explanation =
        R"(Checks the values whose form is the same in every Zendesk account: the words of `status`, `type` and `priority`,
`comment_mode_is_public`, ids that are neither a number nor a name that a sync resolves, the channel of a
`comment_value`, lists where a text is expected. Values of custom fields, groups and brands are not judged.

Zendesk refuses such a macro, or takes it and leaves the field as it is. A macro can never set a ticket to `new` or
`closed`.

Write one of the values that the finding names.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'on-hold'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'hold'
- field: 'ticket_form_id'
  value: 'Form: Billing'
- field: 'assignee_id'
  value: 'current_user'
)",
    .check_macro = check,
};

}  // namespace macrolint
