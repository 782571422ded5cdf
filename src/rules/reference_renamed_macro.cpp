#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "rule/reference_findings.h"
#include "rule/renamed_files.h"
#include "rule/rule.h"
#include "rule/title_edit.h"

namespace macrolint {

namespace {

/// The words leave no doubt that the macro is meant, and neither does the link.
bool is_certain(const Reference& reference) {
  const Macro* linked = reference.by_link.macro;
  return reference.asserted && reference.has_previous_title() && reference.by_title.is_unique() &&
         (linked == nullptr || linked->title == reference.by_title.macro->title);
}

void report(const Reference& reference, const Reporter& reporter) {
  const std::vector<const Macro*>& macros = *reference.by_title.candidates;
  const bool unique = reference.by_title.is_unique();
  Diagnostic& diagnostic = reporter.report(
      reference.place(), std::string(reference.document->source->slice(reference.span)),
      unique ? fmt::format("The macro that was `{}` has the title `{}` now.", reference.title, macros.front()->title)
             : fmt::format("Several macros had the title `{}` before; none has it now.", reference.title));
  diagnostic.cause = reference.by_title.macro->source;
  std::set<std::string_view> titles;
  for (const Macro* macro : macros) {
    if (titles.insert(macro->title).second) {
      diagnostic.suggestions.push_back(
          write_title(reference, macro->title, fmt::format("write `{}`", macro->title),
                      is_certain(reference) ? Applicability::safe : Applicability::unsafe));
      diagnostic.related.push_back(
          {{macro->source, macro->previous_title_span}, fmt::format("`{}` had this title before", macro->title)});
    }
  }
}

/// The history tells which file was renamed; that the title was, follows from the paths, unless title and path differ.
void report_from_history(const Reference& reference, const Macro& macro, const Reporter& reporter) {
  Diagnostic& diagnostic = reporter.report(
      reference.place(), std::string(reference.document->source->slice(reference.span)),
      fmt::format("The file of the macro `{}` was renamed; its title is `{}` now.", reference.title, macro.title));
  diagnostic.cause = macro.source;
  diagnostic.suggestions.push_back(
      write_title(reference, macro.title, fmt::format("write `{}`", macro.title), Applicability::unsafe));
  diagnostic.related.push_back(title_of(macro));
}

void ask_history(const Project& project, const Document& document, HistoryRequest& request) {
  const std::vector<Reference>& references = references_of(project, document);
  request.renames = request.renames || std::any_of(references.begin(), references.end(), has_unknown_title);
}

void check(const Project& project, const Reporter& reporter) {
  const RenamedFiles renamed_files(project);
  for_each_reference(project, [&](const Reference& reference) {
    if (const Macro* renamed = renamed_files.find(reference)) {
      report_from_history(reference, *renamed, reporter);
    } else if (reference.by_title.kind == TitleMatch::Kind::renamed &&
               (reference.asserted || reference.has_previous_title())) {
      report(reference, reporter);
    }
  });
}

}  // namespace

extern const Rule reference_renamed_macro;
const Rule reference_renamed_macro = {
    .name = "reference-renamed-macro",
    .severity = Severity::error,
    .summary = "A page names a macro by a title that it had before",
    .explanation =
        "The title is the `previous_title` of a macro that is called something else now, or that of the path which its "
        "file had before it was renamed in git. Zendesk's menu does not know "
        "the former title, so whoever follows the page does not find the macro. Write today's title. A page that "
        "names the macro by the last part of its title is right as long as that part is; the last part of a former "
        "title is reported like that title.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "previous_title: 'General::Send Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Send Label` macro.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "previous_title: 'General::Send Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro.\n",
    .ask_history = ask_history,
    .check_project = check,
};

}  // namespace macrolint
