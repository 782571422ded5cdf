#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "diagnostic/in_backticks.h"
#include "disk/paths.h"
#include "macro/title_path.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

Span first_line(const ManagedContent& managed) {
  const std::string_view text = managed.source->text;
  return {0, static_cast<std::uint32_t>(std::min(text.find('\n'), text.size()))};
}

void report_unused(const ManagedContent& managed, const Macro& macro, const Reporter& reporter) {
  Diagnostic& diagnostic = reporter.report(
      {managed.source, first_line(managed)}, managed.path_key,
      fmt::format("The macro {} does not use this file: `contains_managed_content` is not true in {}. Set it, or "
                  "delete the file.",
                  in_backticks(macro.title), in_backticks(macro.source->path)));
  diagnostic.related.push_back({{macro.source, macro.contains_managed_content_span}, "the macro of this path is here"});
}

void report_orphaned(const ManagedContent& managed, const Macro* other, const Reporter& reporter) {
  Diagnostic& diagnostic = reporter.report(
      {managed.source, first_line(managed)}, managed.path_key,
      fmt::format("No macro has the path {}, so nothing uses this file.{}", in_backticks(managed.path_key),
                  other == nullptr
                      ? std::string(" Delete it, or add the macro.")
                      : fmt::format(" Its macro is {}: move the file there.", in_backticks(other->source->path))));
  if (other != nullptr) {
    diagnostic.related.push_back({{other->source, other->title_span}, "the macro is here"});
  }
}

/// What could not be read may well be the macro that a file belongs to.
std::unordered_set<std::string> unreadable_paths(const Project& project) {
  std::unordered_set<std::string> paths;
  for (const Unreadable& unreadable : project.unreadable) {
    if (unreadable.place.source != nullptr) {
      paths.insert(unreadable.place.source->path);
    }
  }
  return paths;
}

bool may_have_macro(const Project& project, const ManagedContent& managed,
                    const std::unordered_set<std::string>& unreadable) {
  const auto& sync = project.configuration.instances[managed.instance].sync;
  if (!sync.has_value() || project.macro_index.origin(managed.instance, false) != FileList::Origin::disk) {
    return true;
  }
  const std::string path = joined(sync->folder.path, managed.path_key);
  return unreadable.contains(path + ".yaml") || unreadable.contains(path + ".yml");
}

void check(const Project& project, const Reporter& reporter) {
  const std::unordered_set<std::string> unreadable = unreadable_paths(project);
  std::unordered_map<const ManagedContent*, const Macro*> users;
  std::unordered_map<std::string, const Macro*> by_path;
  const auto key = [](std::size_t instance, const std::string& path) { return fmt::format("{} {}", instance, path); };
  for (const Macro& macro : project.macros) {
    if (macro.source != nullptr) {
      users.emplace(macro.managed_content, &macro);
      by_path.emplace(key(macro.instance, macro.path_key), &macro);
    }
  }
  for (const ManagedContent& managed : project.managed_contents) {
    if (managed.source == nullptr || may_have_macro(project, managed, unreadable)) {
      continue;
    }
    const auto user = users.find(&managed);
    if (user == users.end()) {
      const auto other = by_path.find(key(managed.instance, in_other_state(managed.path_key)));
      report_orphaned(managed, other == by_path.end() ? nullptr : other->second, reporter);
      continue;
    }
    // A macro that was deactivated keeps its text for the day it comes back; one that is not readable says nothing.
    const Macro& macro = *user->second;
    if (macro.is_usable() && macro.schema_problems.empty() && macro.in_active_folder() &&
        !macro.contains_managed_content) {
      report_unused(managed, macro, reporter);
    }
  }
}

}  // namespace

extern const Rule macro_managed_orphaned;
const Rule macro_managed_orphaned = {
    .name = "macro-managed-orphaned",
    .severity = Severity::warning,
    .summary = "A managed content file belongs to no macro",
    .explanation =
        R"(Reports Markdown files of the managed content repository that no macro uses: there is no macro of the same path,
or it does not have `contains_managed_content: true`.

People go on editing such a file and nobody ever receives it. It is left behind when a macro is renamed, moved or
deleted.

Delete the file, move it to where its macro is now, or set the flag. For inactive macros the flag is not asked for.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
-- macros/managed/active/General/Welcome.md --
Hello and welcome.
)",
    .good = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: 'MANAGED_CONTENT'
contains_managed_content: true
-- macros/managed/active/General/Greeting.md --
Hello and welcome.
)",
    .check_project = check,
};

}  // namespace macrolint
