#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "diagnostic/quoted.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

using Parts = std::vector<std::string>;

Parts split(std::string_view text, std::string_view separator) {
  Parts parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) {
      parts.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return parts;
}

bool is_forbidden_in_names(char byte) {
  constexpr std::string_view forbidden = "/\\:*?\"<>|";
  return static_cast<unsigned char>(byte) < ' ' || forbidden.find(byte) != std::string_view::npos;
}

/// White space folded, none at the ends, and accents in one form: macOS stores names decomposed.
std::string folded(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte != ' ' || (!result.empty() && result.back() != ' ')) {
      result += byte;
    }
  }
  while (result.ends_with(' ')) {
    result.pop_back();
  }
  const auto free_bytes = [](utf8proc_uint8_t* bytes) { std::free(bytes); };
  const std::unique_ptr<utf8proc_uint8_t, decltype(free_bytes)> composed(
      utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(result.c_str())), free_bytes);
  return composed == nullptr ? result : std::string(reinterpret_cast<const char*>(composed.get()));
}

/// Characters of titles that file names cannot have are written as `_` or `-`, as a space, or left out.
bool part_matches(std::string_view title, std::string_view file) {
  const std::string name = folded(file);
  constexpr std::array<std::string_view, 4> substitutes = {"_", "-", " ", ""};
  return std::any_of(substitutes.begin(), substitutes.end(), [&](std::string_view substitute) {
    std::string written;
    for (const char byte : title) {
      if (is_forbidden_in_names(byte)) {
        written += substitute;
      } else {
        written += byte;
      }
    }
    return folded(written) == name;
  });
}

/// Where a macro with this title is looked for.
std::string expected_path(const Parts& title, std::string_view state) {
  std::string path(state);
  for (const std::string& part : title) {
    path += '/';
    std::transform(part.begin(), part.end(), std::back_inserter(path),
                   [](char byte) { return is_forbidden_in_names(byte) ? '-' : byte; });
  }
  return path;
}

bool path_matches(const Parts& title, const Parts& path) {
  // What has no folder of the menu in its title is kept in a folder of its own.
  const bool unsorted = title.size() == 1 && path.size() == 2 && path.front() == "Unsorted";
  const std::size_t skipped = unsorted ? 1 : 0;
  return title.size() + skipped == path.size() &&
         std::equal(title.begin(), title.end(), path.begin() + static_cast<std::ptrdiff_t>(skipped), part_matches);
}

void check(const Project&, const Macro& macro, const Reporter& reporter) {
  if (!macro.is_usable() || (!macro.in_active_folder() && !macro.in_inactive_folder())) {
    return;
  }
  const Parts title = split(macro.title, "::");
  Parts path = split(macro.path_key, "/");
  const std::string state = path.front();
  path.erase(path.begin());
  if (path_matches(title, path)) {
    return;
  }
  reporter.report(
      {macro.source, macro.title_span}, macro.title,
      fmt::format("The title {} does not match the file's path {}; expected {}. Rename the file or the macro.",
                  quoted(macro.title), quoted(macro.path_key), quoted(expected_path(title, state))));
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
