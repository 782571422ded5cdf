#include <fmt/format.h>

#include <algorithm>

#include "rule/reference_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Macro& macro, const Reporter& reporter) {
  if (!macro.is_usable() || !macro.active || macro.previous_title.empty() || macro.previous_title == macro.title) {
    return;
  }
  const std::vector<const Macro*> others = project.macro_index.with_title(macro.instance, macro.previous_title);
  const auto other = std::find_if(others.begin(), others.end(), [](const Macro* one) { return one->active; });
  if (other == others.end()) {
    return;
  }
  Diagnostic& diagnostic =
      reporter.report({macro.source, macro.previous_title_span}, macro.previous_title,
                      fmt::format("`{}` was the title of this macro and is that of another one now. Pages that mean "
                                  "this macro by it send the other; look through them, or give the other macro a title "
                                  "of its own.",
                                  macro.previous_title));
  diagnostic.related.push_back(title_of(**other));
  diagnostic.cause = (*other)->source;
}

}  // namespace

extern const Rule macro_title_reused;
const Rule macro_title_reused = {
    .name = "macro-title-reused",
    .severity = Severity::warning,
    .summary = "The title that a macro had before is another macro's now",
    .explanation =
        "A macro was renamed and another macro of the same instance has taken its former title. Pages, bookmarks and "
        "habits that go by the former title now apply the wrong macro, and nothing says so. Look through the pages "
        "that name it, or give the other macro a title of its own. A deactivated macro may leave its title to the one "
        "that takes its place.",
    .bad =
        "-- macros/sync/data/active/General/Return Label (Europe).yaml --\n"
        "title: 'General::Return Label (Europe)'\n"
        "previous_title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n",
    .good =
        "-- macros/sync/data/active/General/Return Label (Europe).yaml --\n"
        "title: 'General::Return Label (Europe)'\n"
        "previous_title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/sync/data/active/General/Return Label (World).yaml --\n"
        "title: 'General::Return Label (World)'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n",
    .check_macro = check,
};

}  // namespace macrolint
