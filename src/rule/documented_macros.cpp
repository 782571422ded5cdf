#include "rule/documented_macros.h"

#include <algorithm>

#include "rule/reference_findings.h"
#include "rule/renamed_files.h"
#include "rule/repository_link_edit.h"

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

}  // namespace

std::unordered_set<const Macro*> documented_macros(const Project& project) {
  Macros documented;
  for_each_reference(project, [&](const Reference& reference) { add_reference(reference, documented); });
  for_each_repository_link(project,
                           [&](const Document&, const RepositoryLink& link) { documented.insert(link.target.macro); });
  documented.erase(nullptr);
  const bool all_known = std::all_of(project.macros.begin(), project.macros.end(), [&](const Macro& macro) {
    return !macro.is_usable() || !macro.active || documented.contains(&macro);
  });
  // To look for what titles and links meant before takes long.
  if (!documented.empty() && !all_known) {
    add_meant_by_title(project, documented);
    add_meant_by_link(project, documented);
    documented.erase(nullptr);
  }
  return documented;
}

}  // namespace macrolint
