#include <fmt/format.h>

#include <map>
#include <string>

#include "diagnostic/in_backticks.h"
#include "macro/action_catalogue.h"
#include "macro/tags.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Of each kind in a macro; more say nothing new.
constexpr std::size_t max_findings = 50;

/// What an action sets: its field, and for a comment the channel that it is for.
std::string target_of(const Action& action) {
  const bool has_channel = action.field == "comment_value" && action.value != nullptr &&
                           action.value->kind == yaml::Kind::sequence && !action.value->items.empty();
  return has_channel ? action.field + " " + action.value->items.front().value : action.field;
}

void report_pair(const Macro& macro, const Action& first, const Action& second, std::string message,
                 const Reporter& reporter) {
  Diagnostic& diagnostic = reporter.report({macro.source, second.field_span}, second.field, std::move(message));
  diagnostic.related.push_back({{macro.source, first.field_span}, "the other action is here"});
}

/// The first action on each target; the others are reported.
std::map<std::string, const Action*, std::less<>> check_repeated(const Macro& macro, const Reporter& reporter) {
  std::map<std::string, const Action*, std::less<>> first;
  std::size_t findings = 0;
  for (const Action& action : macro.actions) {
    const ActionField* field = find_action_field(action.field);
    const auto [earlier, is_first] = first.emplace(target_of(action), &action);
    if (!is_first && field != nullptr && !field->repeatable && ++findings <= max_findings) {
      report_pair(macro, *earlier->second, action,
                  fmt::format("{} is set twice; only one of the values can hold. Remove one of the two actions.",
                              in_backticks(action.field)),
                  reporter);
    }
  }
  return first;
}

using Targets = std::map<std::string, const Action*, std::less<>>;

void check_together(const Macro& macro, const Targets& targets, std::string_view one, std::string_view other,
                    std::string_view reason, const Reporter& reporter) {
  const auto first = targets.find(one);
  const auto second = targets.find(other);
  if (first != targets.end() && second != targets.end()) {
    report_pair(macro, *first->second, *second->second,
                fmt::format("`{}` stands beside `{}`: {}. Remove one of the two actions.", other, one, reason),
                reporter);
  }
}

void check_tags(const Macro& macro, const Reporter& reporter) {
  std::map<std::string, Span> added;
  for (const Action& action : macro.actions) {
    if (action.field == "set_tags" || action.field == "current_tags") {
      for (const Tag& tag : tags_of(macro, action)) {
        added.emplace(folded_tag(tag.text), tag.span);
      }
    }
  }
  std::size_t findings = 0;
  for (const Action& action : macro.actions) {
    if (action.field != "remove_tags") {
      continue;
    }
    for (const Tag& tag : tags_of(macro, action)) {
      if (const auto found = added.find(folded_tag(tag.text)); found != added.end() && ++findings <= max_findings) {
        Diagnostic& diagnostic =
            reporter.report({macro.source, tag.span}, tag.text,
                            fmt::format("The tag {} is added and removed by the same macro. Keep one of the two.",
                                        in_backticks(tag.text)));
        diagnostic.related.push_back({{macro.source, found->second}, "the tag is added here"});
      }
    }
  }
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  const Targets targets = check_repeated(macro, reporter);
  check_together(macro, targets, "comment_value_html", "comment_value", "a macro writes one comment", reporter);
  check_together(macro, targets, "set_tags", "current_tags", "one replaces all tags, the other adds to them", reporter);
  check_tags(macro, reporter);
}

}  // namespace

extern const Rule macro_conflicting_actions;
const Rule macro_conflicting_actions = {
    .name = "macro-conflicting-actions",
    .severity = Severity::error,
    .summary = "Two actions of a macro contradict each other",
    .explanation =
        R"(Reports a field that is set twice, `set_tags` beside `current_tags`, two comments, and a tag that is both added
and removed. Adding or removing tags, followers, copies and side conversations may be repeated. A `comment_value` with
a channel may stand beside a `comment_value_html`, as its plain text form, and beside another channel's.

Which of two such actions wins is not defined, so that the macro may do what nobody meant.

Remove one of the two actions, or join them into one.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
- field: 'status'
  value: 'solved'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
- field: 'current_tags'
  value: 'greeted'
- field: 'remove_tags'
  value: 'waiting'
)",
    .check_macro = check,
};

}  // namespace macrolint
