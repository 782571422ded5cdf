#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "macro/tags.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void report_dropped(const Macro& macro, const Tag& tag, const std::vector<std::string>& dropped,
                    const Reporter& reporter) {
  const bool has_comma = tag.text.find(',') != std::string::npos;
  reporter.report(
      {macro.source, tag.span}, tag.text,
      fmt::format("Zendesk drops {} from the tag {}; expected letters, digits, `_`, `-`, `:` and `/`.{}",
                  choice_in_backticks(dropped), in_backticks(tag.text), has_comma ? " A space separates tags." : ""));
}

void report_capitals(const Macro& macro, const Tag& tag, const std::string& folded, const Reporter& reporter) {
  const Place place{macro.source, tag.span};
  Diagnostic& diagnostic = reporter.report(place, tag.text,
                                           fmt::format("Tags are in lower case: Zendesk stores {} as {}. Write it so.",
                                                       in_backticks(tag.text), in_backticks(folded)));
  diagnostic.suggestions.push_back(
      {fmt::format("write {}", in_backticks(folded)), Applicability::safe, {{place, folded}}});
}

/// Per macro; more say nothing new.
constexpr std::size_t max_findings = 50;

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  std::size_t findings = 0;
  for (const Action& action : macro.actions) {
    for (const Tag& tag : tags_of(macro, action)) {
      const std::vector<std::string> dropped = dropped_characters(tag.text);
      const std::string folded = folded_tag(tag.text);
      if (dropped.empty() && folded == tag.text) {
        continue;
      }
      if (++findings > max_findings) {
        return;
      }
      if (!dropped.empty()) {
        report_dropped(macro, tag, dropped, reporter);
      } else {
        report_capitals(macro, tag, folded, reporter);
      }
    }
  }
}

}  // namespace

extern const Rule macro_invalid_tag;
const Rule macro_invalid_tag = {
    .name = "macro-invalid-tag",
    .severity = Severity::warning,
    .summary = "A tag has capitals or characters that Zendesk does not keep",
    .explanation =
        R"(Checks the tags of `set_tags`, `current_tags` and `remove_tags`. White space separates tags. A tag consists of
letters and digits of any script, `_`, `-`, `:` and `/`, in lower case.

Zendesk stores such a tag in lower case and without the other characters. Triggers, views and reports that look for the
tag as it is written in the macro do not find it.

Write the tag as Zendesk stores it, and a space, not a comma, between two tags.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'current_tags'
  value: 'Greeted'
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'current_tags'
  value: 'greeted first_contact'
)",
    .check_macro = check,
};

}  // namespace macrolint
