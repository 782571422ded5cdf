#include <fmt/format.h>

#include "rule/reference_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// The macro that the writer most likely meant, with what to say about it.
struct Guess {
  const Macro* macro = nullptr;
  std::string message;
};

Guess guess(const Project& project, const Reference& reference) {
  if (const Macro* renamed = project.macro_index.find_previous_title(reference.title)) {
    return {renamed, fmt::format("the macro was renamed to `{}`", renamed->title)};
  }
  if (const Macro* linked = reference.by_link.macro) {
    return {linked, fmt::format("the link goes to `{}`", linked->title)};
  }
  if (const Macro* near = project.macro_index.nearest_title(reference.title)) {
    return {near, fmt::format("did you mean `{}`?", near->title)};
  }
  return {};
}

void check(const Project& project, const Reporter& reporter) {
  if (!project.macro_index.has_macros()) {
    return;
  }
  for_each_reference(project, [&](const Reference& reference) {
    if (!reference.asserted || reference.by_title.kind != TitleMatch::Kind::none) {
      return;
    }
    Diagnostic& diagnostic =
        reporter.report(reference.place(), std::string(reference.document->source->slice(reference.span)),
                        fmt::format("No macro has the title `{}`.", reference.title));
    const Guess meant = guess(project, reference);
    if (meant.macro != nullptr && !meant.macro->title.empty()) {
      diagnostic.suggestions.push_back(
          {meant.message, Applicability::unsafe, {{reference.place(), meant.macro->title}}});
      diagnostic.related.push_back(title_of(*meant.macro));
    }
  });
}

}  // namespace

extern const Rule reference_unknown_macro;
const Rule reference_unknown_macro = {
    .name = "reference-unknown-macro",
    .severity = Severity::error,
    .summary = "A page names a macro that does not exist",
    .explanation =
        "A title that a page calls a macro has to be the title of one. Somebody who follows the page looks for it in "
        "Zendesk's menu and does not find it. Correct the title, or remove the step if the macro is gone. Only texts "
        "that are certainly meant as a macro are reported: set in code, bold, quotes or as a link, or with `::`, with "
        "the word macro beside them. Which words count is configured with `macro_words`.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Lable` macro.\n",
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
