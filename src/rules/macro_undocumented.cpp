#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "rule/reference_findings.h"
#include "rule/renamed_files.h"
#include "rule/repository_link_edit.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

using Macros = std::unordered_set<const Macro*>;

/// The links in pages; what macros link to documents nothing.
template <typename Visit>
void for_each_repository_link(const Project& project, const Visit& visit) {
  for (const Document& page : project.pages) {
    if (const auto links = project.repository_links.find(&page); links != project.repository_links.end()) {
      std::for_each(links->second.begin(), links->second.end(), [&](const RepositoryLink& link) { visit(page, link); });
    }
  }
}

void add_reference(const Reference& reference, Macros& documented) {
  documented.insert(reference.macro);
  documented.insert(reference.by_link.macro);
  // A title that several macros have, or end in, speaks of each of them.
  if (reference.by_title.candidates != nullptr) {
    documented.insert(reference.by_title.candidates->begin(), reference.by_title.candidates->end());
  }
}

Macros documented_macros(const Project& project) {
  Macros documented;
  for_each_reference(project, [&](const Reference& reference) { add_reference(reference, documented); });
  for_each_repository_link(project,
                           [&](const Document&, const RepositoryLink& link) { documented.insert(link.target.macro); });
  documented.erase(nullptr);
  return documented;
}

/// A title that the macro's file had before, as the history tells, or with a typing mistake, is meant for the macro all
/// the same; it has a finding of its own.
void add_meant_by_title(const Project& project, Macros& documented) {
  const RenamedFiles renamed(project);
  for_each_reference(project, [&](const Reference& reference) {
    if (reference.asserted && reference.macro == nullptr) {
      const Macro* macro = renamed.find(reference);
      documented.insert(macro != nullptr ? macro : project.macro_index.nearest_title(reference.title));
    }
  });
}

/// The same for links to where the macro's file was before.
void add_meant_by_link(const Project& project, Macros& documented) {
  for_each_repository_link(project, [&](const Document& page, const RepositoryLink& link) {
    if (const auto moved = moved_file_of(project, page, link)) {
      documented.insert(project.macro_index.find_path(moved->file.instance, moved->file.path));
    }
  });
}

void check(const Project& project, const Reporter& reporter) {
  Macros documented = documented_macros(project);
  if (documented.empty()) {
    return;  // nobody documents macros here
  }
  const auto is_undocumented = [&](const Macro& macro) {
    return macro.is_usable() && macro.active && !documented.contains(&macro);
  };
  if (std::none_of(project.macros.begin(), project.macros.end(), is_undocumented)) {
    return;
  }
  add_meant_by_title(project, documented);
  add_meant_by_link(project, documented);
  for (const Macro& macro : project.macros) {
    if (is_undocumented(macro)) {
      reporter.report({macro.source, macro.title_span}, macro.title,
                      fmt::format("No page refers to the macro `{}`. Say in a page when to send it, or deactivate it "
                                  "if nobody needs it.",
                                  macro.title));
    }
  }
}

}  // namespace

extern const Rule macro_undocumented;
const Rule macro_undocumented = {
    .name = "macro-undocumented",
    .severity = Severity::note,
    .summary = "No page refers to an active macro",
    .explanation =
        "Nothing in the workflow documents says when to send the macro. New colleagues do not learn of it, and those "
        "who know it decide each for themselves. Describe it where it belongs, or deactivate it. Every way to name a "
        "macro counts: its title, the last part of the title, a former title, a link to its file, its number. Where no "
        "page refers to any macro, nothing is reported.",
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
        "To send a label, use the `General::Return Label` macro.\n",
    .good =
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
        "To send a label, use the `General::Return Label` macro; for repairs, the `General::Repair Quote` macro.\n",
    .check_project = check,
};

}  // namespace macrolint
