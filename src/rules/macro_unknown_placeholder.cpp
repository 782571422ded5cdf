#include <fmt/format.h>

#include <algorithm>

#include "diagnostic/in_backticks.h"
#include "liquid/code_blocks.h"
#include "liquid/liquid.h"
#include "liquid/placeholders.h"
#include "macro/text_view.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Per text; more say nothing new.
constexpr std::size_t max_findings = 50;

bool differs_in_case_only(std::string_view left, std::string_view right) {
  const auto lower = [](char byte) { return byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte; };
  return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(),
                                                   [&](char one, char other) { return lower(one) == lower(other); });
}

void report_unknown(const Place& place, const std::string& path, const Reporter& reporter) {
  const std::string near = nearest_placeholder(path);
  Diagnostic& diagnostic = reporter.report(
      place, path,
      fmt::format(
          "Zendesk has no placeholder {}, so nothing stands there in the comment. Expected one for tickets, users or "
          "dynamic content.",
          in_backticks(path)));
  if (!near.empty()) {
    const bool is_certain = differs_in_case_only(path, near);
    diagnostic.suggestions.push_back({fmt::format("did you mean `{}`?", near),
                                      is_certain ? Applicability::safe : Applicability::unsafe,
                                      {{place, near}}});
  }
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  for (const TextView& view : texts_of(macro)) {
    std::size_t left = max_findings;
    for (const LiquidVariable& variable : scan_liquid(blank_code_blocks(view.text), view.offset).variables) {
      if (left == 0) {
        break;
      }
      const Place place = view.place(variable.span);
      switch (placeholder_kind(variable.path)) {
        case PlaceholderKind::known:
          break;
        case PlaceholderKind::elsewhere:
          --left;
          reporter.report(place, variable.path,
                          fmt::format("The placeholder {} does not work in macros, so nothing stands there in the "
                                      "comment. Expected one for tickets, users or dynamic content.",
                                      in_backticks(variable.path)));
          break;
        case PlaceholderKind::unknown:
          --left;
          report_unknown(place, variable.path, reporter);
          break;
      }
    }
  }
}

}  // namespace

extern const Rule macro_unknown_placeholder;
const Rule macro_unknown_placeholder = {
    .name = "macro-unknown-placeholder",
    .severity = Severity::warning,
    .summary = "A macro's text uses a placeholder that Zendesk does not have",
    .explanation =
        R"(Compares the variables in a macro's Liquid with Zendesk's placeholder reference. Variables that the text assigns
itself, with `assign`, `capture` or `for`, are known. Names are case sensitive.

An unknown placeholder renders as nothing, without a word: the customer reads "Hello ,".

Write the placeholder as the reference has it. Custom fields are `ticket.ticket_field_NNN` on tickets and
`….custom_fields.KEY` on users and organizations; dynamic content is `dc.NAME`.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value'
  value: 'Hello {{ticket.requester.firstname}}, thank you for writing to us.'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value'
  value: 'Hello {{ticket.requester.first_name}}, thank you for writing to us about ticket {{ticket.id}}.'
)",
    .check_macro = check,
};

}  // namespace macrolint
