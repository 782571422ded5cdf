#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "diagnostic/in_backticks.h"
#include "disk/paths.h"
#include "macro/action_catalogue.h"
#include "macro/title_path.h"
#include "rule/rule.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// A managed content file that is probably meant: in the other folder, or with other capitals.
const ManagedContent* find_similar(const Project& project, const Macro& macro) {
  const std::string other = lower_case(in_other_state(macro.path_key));
  const std::string same = lower_case(macro.path_key);
  for (const ManagedContent& managed : project.managed_contents) {
    if (managed.source == nullptr || managed.instance != macro.instance) {
      continue;
    }
    if (const std::string key = lower_case(managed.path_key); key == same || key == other) {
      return &managed;
    }
  }
  return nullptr;
}

/// A file that is there but could not be read has a finding of its own.
bool is_unreadable(const Project& project, const std::string& path) {
  return std::any_of(project.unreadable.begin(), project.unreadable.end(), [&](const Unreadable& unreadable) {
    return unreadable.place.source != nullptr && unreadable.place.source->path == path;
  });
}

void check_marker(const Macro& macro, const Reporter& reporter) {
  if (macro.contains_managed_content) {
    return;
  }
  for (const Action& action : macro.actions) {
    if (action.text() == managed_content_marker) {
      reporter.report({macro.source, action.value_span()}, std::string(managed_content_marker),
                      "The comment would be the word `MANAGED_CONTENT` itself, since `contains_managed_content` is not "
                      "true. Write `contains_managed_content: true`, or the text of the comment.");
    }
  }
}

void check(const Project& project, const Macro& macro, const Reporter& reporter) {
  if (macro.path_key.empty()) {
    return;
  }
  check_marker(macro, reporter);
  const auto& managed = project.configuration.instances[macro.instance].managed;
  if (!macro.contains_managed_content || macro.managed_content != nullptr || !managed.has_value()) {
    return;
  }
  const std::string name = macro.path_key + ".md";
  const std::string path = managed->has_folder() ? joined(managed->folder.path, name) : name;
  const FileList::Origin origin = project.macro_index.origin(macro.instance, true);
  const bool is_elsewhere =
      origin == FileList::Origin::forge && project.macro_index.files(macro.instance, true).contains(name);
  if (origin == FileList::Origin::none || is_elsewhere || is_unreadable(project, path)) {
    return;
  }
  const ManagedContent* similar = find_similar(project, macro);
  Diagnostic& diagnostic = reporter.report(
      {macro.source, macro.contains_managed_content_span}, path,
      fmt::format("The managed content file {} does not exist. Add it, or write `contains_managed_content: false`.",
                  in_backticks(path)));
  if (similar != nullptr) {
    diagnostic.suggestions.push_back(
        {fmt::format("did you mean {}?", in_backticks(similar->source->path)), Applicability::unsafe, {}});
  }
}

}  // namespace

extern const Rule macro_managed_missing;
const Rule macro_managed_missing = {
    .name = "macro-managed-missing",
    .severity = Severity::error,
    .summary = "A macro takes its text from a managed content file that is not there",
    .explanation =
        R"(Reports macros with `contains_managed_content: true` without a Markdown file of the same path in the managed
content repository, and comments that say `MANAGED_CONTENT` without `contains_managed_content: true`.

Without the file the macro cannot be synced. With the marker but without the flag, customers get the word
`MANAGED_CONTENT`.

Add the file, move it to where the macro lies, or correct the flag.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::Greeting'
active: true
actions:
- field: 'comment_value_html'
  value: 'MANAGED_CONTENT'
contains_managed_content: true
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
Hello {{ticket.requester.first_name}},

thank you for writing to us.
)",
    .check_macro = check,
};

}  // namespace macrolint
