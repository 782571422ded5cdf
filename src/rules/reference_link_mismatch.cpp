#include <fmt/format.h>

#include "macro/title_path.h"
#include "rule/reference_findings.h"
#include "rule/repository_link_edit.h"
#include "rule/rule.h"
#include "rule/title_edit.h"

namespace macrolint {

namespace {

/// A label that only shares the end of a title may be a description; then it is the link that counts.
bool names_a_macro(const Reference& reference) {
  const auto kind = reference.by_title.kind;
  return kind == TitleMatch::Kind::exact || kind == TitleMatch::Kind::inexact ||
         (kind == TitleMatch::Kind::partial && reference.asserted);
}

/// The path that a macro with this title has in a repository of which only the names of the files are known; empty if
/// there is none.
std::string path_of(const MacroIndex& index, const LinkTarget& target, const std::string& title) {
  const auto& files = index.files(target.instance, target.managed);
  for (const std::string_view state : {"active", "inactive"}) {
    for (const std::string_view extension : {".yaml", ".yml", ".md"}) {
      if (std::string path = path_for_title(title, state) + std::string(extension); files.contains(path)) {
        return path;
      }
    }
  }
  return {};
}

/// Where no macro was read, names of files have to do.
void check_path(const Project& project, const Reference& reference, const Reporter& reporter) {
  const LinkTarget& target = reference.by_link;
  const MacroIndex& index = project.macro_index;
  if (!reference.asserted || reference.macro != nullptr || target.kind != LinkTarget::Kind::file ||
      index.origin(target.instance, target.managed) != FileList::Origin::forge ||
      reference.title.find("::") == std::string::npos ||
      path_fits_title(without_macro_extension(target.path), reference.title)) {
    return;
  }
  const std::string path = path_of(index, target, reference.title);
  if (path.empty()) {
    return;
  }
  Diagnostic& diagnostic = reporter.report(
      reference.place(), std::string(reference.document->source->slice(reference.span)),
      fmt::format("The text names the macro `{}`, but its link goes to `{}`. Make both name the same macro.",
                  reference.title, target.path));
  const Link& link = reference.document->links[static_cast<std::size_t>(reference.mention->link)];
  diagnostic.suggestions.push_back(link_to_file(project, *reference.document, link, target,
                                                {target.instance, target.managed, path}, Applicability::unsafe));
}

void check(const Project& project, const Reporter& reporter) {
  for_each_reference(project, [&](const Reference& reference) {
    check_path(project, reference, reporter);
    const Macro* named = reference.by_title.macro;
    const Macro* linked = reference.by_link.macro;
    if (!names_a_macro(reference) || linked == nullptr || reference.by_link.kind == LinkTarget::Kind::missing ||
        reference.by_link.kind == LinkTarget::Kind::unlisted || !linked->is_usable() || named->title == linked->title) {
      return;
    }
    Diagnostic& diagnostic = reporter.report(
        reference.place(), std::string(reference.document->source->slice(reference.span)),
        fmt::format("The text names the macro `{}`, but its link goes to `{}`. Make both name the same macro.",
                    named->title, linked->title));
    diagnostic.suggestions.push_back(
        write_title(reference, linked->title, fmt::format("write `{}`, the macro that the link goes to", linked->title),
                    Applicability::unsafe));
    diagnostic.related.push_back(title_of(*named));
    diagnostic.related.push_back(title_of(*linked));
  });
}

}  // namespace

extern const Rule reference_link_mismatch;
const Rule reference_link_mismatch = {
    .name = "reference-link-mismatch",
    .severity = Severity::error,
    .summary = "The text names one macro, its link goes to another",
    .explanation =
        "A link whose label is the title of one macro and whose destination is the file of another tells readers two "
        "things. Usually one of the two was changed and the other forgotten. Decide which macro is meant and correct "
        "the "
        "other half.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- macros/sync/data/active/General/Repair Quote.yaml --\n"
        "title: 'General::Repair Quote'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the [`General::Return Label`]"
        "(https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/General/Repair%20Quote.yaml) "
        "macro.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the [`General::Return Label`]"
        "(https://gitlab.com/example/zendesk-global/macros-sync/-/blob/main/data/active/General/Return%20Label.yaml) "
        "macro.\n",
    .check_project = check,
};

}  // namespace macrolint
