#include <fmt/format.h>

#include "rule/reference_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Reporter& reporter) {
  for_each_reference(project, [&](const Reference& reference) {
    if (reference.macro == nullptr || reference.macro->active || !reference.macro->is_usable()) {
      return;
    }
    Diagnostic& diagnostic = reporter.report(
        reference.place(), std::string(reference.document->source->slice(reference.span)),
        fmt::format("The macro `{}` is deactivated; agents cannot apply it. Name the macro that replaces it, or "
                    "remove the step.",
                    reference.macro->title));
    diagnostic.related.push_back(
        {{reference.macro->source, reference.macro->active_span}, "the macro is deactivated here"});
  });
}

}  // namespace

extern const Rule reference_inactive_macro;
const Rule reference_inactive_macro = {
    .name = "reference-inactive-macro",
    .severity = Severity::warning,
    .summary = "A page names a macro that is deactivated",
    .explanation =
        "A deactivated macro is not in Zendesk's menu any more, so a page must not send people there. Name the macro "
        "that "
        "took its place, or remove the step.",
    .bad =
        "-- macros/sync/data/inactive/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: false\n"
        "actions:\n"
        "- field: 'brand_id'\n"
        "  value: '360000000001'\n"
        "contains_managed_content: false\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro.\n",
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
