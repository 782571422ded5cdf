#include <fmt/format.h>

#include "diagnostic/quoted.h"
#include "macro/title_path.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  if (!macro.is_usable() || (!macro.in_active_folder() && !macro.in_inactive_folder()) ||
      path_fits_title(macro.path_key, macro.title)) {
    return;
  }
  const std::string_view state = std::string_view(macro.path_key).substr(0, macro.path_key.find('/'));
  reporter.report(
      {macro.source, macro.title_span}, macro.title,
      fmt::format("The title {} does not match the file's path {}; expected {}. Rename the file or the macro.",
                  quoted(macro.title), quoted(macro.path_key), quoted(path_for_title(macro.title, state))));
}

}  // namespace

extern const Rule macro_path_mismatch;
const Rule macro_path_mismatch = {
    .name = "macro-path-mismatch",
    .severity = Severity::warning,
    .summary = "A macro's title and the path of its file differ",
    .explanation =
        R"(Compares the parts of a macro's title, which `::` separates, with the folders and the name of its file. A title
without `::` may lie in a folder `Unsorted`. For characters that file names cannot have, such as `/` or `:`, the file
may have `_`, `-`, a space or nothing.

Links in documents lead to paths, their labels show titles. As long as both agree, a reader of either finds the macro.
They drift apart when a macro is renamed without its file.

Rename the file (and its managed content file) after the title, or correct the title. Pages that link to the file have
to follow.)",
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
    .check_macro = check,
};

}  // namespace macrolint
