#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "disk/paths.h"
#include "link/macro_number.h"
#include "macro/title_path.h"
#include "rule/reference_findings.h"
#include "rule/renamed_files.h"
#include "rule/rule.h"
#include "rule/title_edit.h"

namespace macrolint {

namespace {

/// The macro that the writer most likely meant, with what to say about it.
struct Guess {
  const Macro* macro = nullptr;
  std::string message;
};

Guess guess(const Project& project, const Reference& reference) {
  if (const Macro* linked = reference.by_link.macro) {
    return {linked, fmt::format("the link goes to `{}`", linked->title)};
  }
  if (const Macro* near = project.macro_index.nearest_title(reference.title)) {
    return {near, fmt::format("did you mean `{}`?", near->title)};
  }
  return {};
}

void report_title(const Project& project, const Reference& reference, const Reporter& reporter) {
  Diagnostic& diagnostic =
      reporter.report(reference.place(), std::string(reference.document->source->slice(reference.span)),
                      fmt::format("No macro has the title `{}`.", reference.title));
  const Guess meant = guess(project, reference);
  if (meant.macro != nullptr && !meant.macro->title.empty()) {
    diagnostic.suggestions.push_back(write_title(reference, meant.macro->title, meant.message, Applicability::unsafe));
    diagnostic.related.push_back(title_of(*meant.macro));
  }
}

/// Numbers can only be looked up where an export or a snapshot tells them.
void check_number(const Project& project, const Reference& reference, const Reporter& reporter) {
  const std::uint64_t id = macro_number_in(reference.url());
  const auto instance = numbering_instance(project, reference);
  if (instance.has_value() && project.macro_index.find_number(reference.url()) == nullptr) {
    reporter.report(
        reference.place(), std::string(reference.document->source->slice(reference.span)),
        fmt::format("No macro of `{}` has the number {}.", project.configuration.instances[*instance].name, id));
  }
}

/// The files of macros that could not be read, by their paths below the repository without extension. What is broken in
/// them is reported there; that a title is unknown because of it would be one finding more for each reference.
std::vector<std::string> unread_macros(const Project& project) {
  std::vector<std::string> paths;
  for (const Macro& macro : project.macros) {
    if (!macro.is_usable() && !macro.path_key.empty()) {
      paths.push_back(macro.path_key);
    }
  }
  for (const Unreadable& unreadable : project.unreadable) {
    const std::string_view path =
        unreadable.place.source == nullptr ? std::string_view() : std::string_view(unreadable.place.source->path);
    for (const Instance& instance : project.configuration.instances) {
      if (instance.sync.has_value() && is_below(path, instance.sync->folder.path)) {
        const std::string_view relative = path_below(instance.sync->folder.path, path);
        paths.emplace_back(relative.substr(0, relative.rfind('.')));
      }
    }
  }
  return paths;
}

std::set<std::string_view> titles_in_zendesk(const Project& project) {
  std::set<std::string_view> titles;
  for (const auto& snapshot : project.snapshots) {
    if (snapshot != nullptr) {
      for (const Macro& live : snapshot->macros) {
        titles.insert(live.active ? std::string_view(live.title) : std::string_view());
      }
    }
  }
  return titles;
}

/// A title may be that of a macro whose repository is not checked out.
bool has_all_macros(const Project& project) {
  const auto& instances = project.configuration.instances;
  for (std::size_t instance = 0; instance < instances.size(); ++instance) {
    if (instances[instance].sync.has_value() && project.macro_index.origin(instance, false) != FileList::Origin::disk) {
      return false;
    }
  }
  return project.macro_index.has_macros();
}

void check(const Project& project, const Reporter& reporter) {
  if (!has_all_macros(project)) {
    return;
  }
  const RenamedFiles renamed_files(project);
  const std::set<std::string_view> live_titles = titles_in_zendesk(project);
  const std::vector<std::string> unread = unread_macros(project);
  const auto may_be_unread = [&](const std::string& title) {
    return std::any_of(unread.begin(), unread.end(),
                       [&](const std::string& path) { return path_fits_title(path, title); });
  };
  for_each_reference(project, [&](const Reference& reference) {
    if (renamed_files.find(reference) != nullptr) {
      return;  // `reference-renamed-macro` says so
    }
    if (reference.asserted && reference.by_title.kind == TitleMatch::Kind::none) {
      // Who looks for it in Zendesk finds it; that the repository lacks it is said elsewhere.
      if (!live_titles.contains(reference.title) && !may_be_unread(reference.title)) {
        report_title(project, reference, reporter);
      }
    } else {
      check_number(project, reference, reporter);
    }
  });
}

}  // namespace

extern const Rule reference_unknown_macro;
const Rule reference_unknown_macro = {
    .name = "reference-unknown-macro",
    .severity = Severity::error,
    .summary = "A page names a macro that does not exist",
    .explanation =
        "A title that a page calls a macro has to be the title of one, of the repository or, as far as a "
        "snapshot tells, in Zendesk. Somebody who follows the page looks for it in Zendesk's menu and does not find "
        "it. Correct the title, or remove the step if the macro is gone. Only texts "
        "that are certainly meant as a macro are reported: set in code, bold, quotes or as a link, or with `::`, with "
        "the word macro beside them. Which words count is configured with `macro_words`. A link to the page of a macro "
        "in "
        "Zendesk has to name a macro by its number, too, where an export or a snapshot of that instance tells the "
        "numbers, and so has a link to a search for one, `search=id%3A+…`, in a page that is about such an instance.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Lable` macro.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the `General::Return Label` macro.\n",
    .check_project = check,
};

}  // namespace macrolint
