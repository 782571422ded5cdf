#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "disk/paths.h"
#include "macro/title_path.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check_title(const Macro& macro, const Reporter& reporter) {
  if (!macro.is_usable() || (!macro.in_active_folder() && !macro.in_inactive_folder()) ||
      path_fits_title(macro.path_key, macro.title)) {
    return;
  }
  const std::string_view state = std::string_view(macro.path_key).substr(0, macro.path_key.find('/'));
  reporter.report(
      {macro.source, macro.title_span}, macro.title,
      fmt::format("The title {} does not match the file's path {}; expected {}. Rename the file or the macro.",
                  in_backticks(macro.title), in_backticks(macro.path_key),
                  in_backticks(path_for_title(macro.title, state))));
}

/// A macro beside the folders for active and inactive ones.
void check_place(const Project& project, const Macro& macro, const Reporter& reporter) {
  const std::string_view file = macro.source->path;
  const std::string_view extension = file.substr(file.rfind('.'));
  const std::string target = path_for_title(macro.title, macro.active ? "active" : "inactive").append(extension);
  const bool is_taken = project.macro_index.files(macro.instance, false).contains(target);
  const std::string below(path_below(project.configuration.instances[macro.instance].sync->folder.path, file));
  reporter.report(
      {macro.source, macro.title_span}, macro.title,
      fmt::format("The file {} lies in neither `active` nor `inactive`, so nothing uses the macro {}. {}",
                  in_backticks(below), in_backticks(macro.title),
                  is_taken ? fmt::format("There is a file {}, too: remove one of the two.", in_backticks(target))
                           : fmt::format("Move it to {}.", in_backticks(target))));
}

void check(const Project& project, const Reporter& reporter) {
  for (const Macro& macro : project.macros) {
    check_title(macro, reporter);
  }
  for (const Macro& macro : project.misplaced_macros) {
    check_place(project, macro, reporter);
  }
}

}  // namespace

extern const Rule macro_path_mismatch;
const Rule macro_path_mismatch = {
    .name = "macro-path-mismatch",
    .severity = Severity::warning,
    .summary = "A macro's title and the path of its file differ, or the file is in neither `active` nor `inactive`",
    .explanation =
        R"(Compares the parts of a macro's title, which `::` separates, with the folders and the name of its file. A title
without `::` may lie in a folder `Unsorted`. For characters that file names cannot have, such as `/` or `:`, the file
may have `_`, `-`, a space or nothing.

Links in documents lead to paths, their labels show titles. As long as both agree, a reader of either finds the macro.
They drift apart when a macro is renamed without its file.

A macro in neither `active` nor `inactive` is in use nowhere, and nothing else is said about it: one that lies directly in
the folder of the sync repository, in one of Zendesk's menu folders beside `active`, or in a folder that differs from
these two in case. Other folders, such as one for drafts, are left alone, and so are files whose names begin with `_` or
hold `template` or `example`.

Rename the file (and its managed content file) after the title, or correct the title, or move the
file to the folder of its state. Pages that link to the file have to follow.)",
    .bad = R"(-- macros/sync/data/active/General/Greeting.yaml --
---
title: 'General::First greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .good = R"(-- macros/sync/data/active/General/First greeting.yaml --
---
title: 'General::First greeting'
active: true
actions:
- field: 'status'
  value: 'pending'
)",
    .check_project = check,
};

}  // namespace macrolint
