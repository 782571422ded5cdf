#include <fmt/format.h>

#include "rule/reference_findings.h"
#include "rule/rule.h"
#include "rule/title_edit.h"

namespace macrolint {

namespace {

/// Whether there is no other macro that may be meant: one with a title like it, or the one that the link goes to.
bool is_certain(const Reference& reference) {
  const Macro* linked = reference.by_link.macro;
  return linked != nullptr ? linked->title == reference.by_title.macro->title : reference.by_title.is_unique();
}

void check(const Project& project, const Reporter& reporter) {
  for_each_reference(project, [&](const Reference& reference) {
    if (!reference.asserted || reference.by_title.kind != TitleMatch::Kind::inexact) {
      return;
    }
    const std::string& title = reference.by_title.macro->title;
    Diagnostic& diagnostic = reporter.report(
        reference.place(), std::string(reference.document->source->slice(reference.span)),
        fmt::format("The macro's title is `{}`; this differs from it in case, spacing or punctuation.", title));
    diagnostic.suggestions.push_back(write_title(reference, title, fmt::format("write `{}`", title),
                                                 is_certain(reference) ? Applicability::safe : Applicability::unsafe));
    diagnostic.related.push_back(title_of(*reference.by_title.macro));
  });
}

}  // namespace

extern const Rule reference_inexact_title;
const Rule reference_inexact_title = {
    .name = "reference-inexact-title",
    .severity = Severity::warning,
    .summary = "A page writes a macro's title with other case, spacing or punctuation",
    .explanation =
        "The title is nearly that of a macro: only capitals, spaces or punctuation differ. People find the macro all "
        "the "
        "same, but searching for the title does not, and the page will be missed when the macro is renamed. Write the "
        "title as the macro has it.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return label` macro.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro.\n",
    .check_project = check,
};

}  // namespace macrolint
