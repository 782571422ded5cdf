#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/failures.h"
#include "cli/load_configuration.h"
#include "cli/stored_pages.h"
#include "disk/disk.h"
#include "lint/lint.h"
#include "output/json.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

std::vector<Reference> all_references(const Project& project) {
  std::vector<Reference> references;
  for (const std::vector<Reference>& of_page : project.references) {
    references.insert(references.end(), of_page.begin(), of_page.end());
  }
  const auto order = [](const Reference& reference) {
    return std::make_pair(std::string_view(reference.document->source->path), reference.span.begin);
  };
  std::stable_sort(references.begin(), references.end(),
                   [&](const Reference& left, const Reference& right) { return order(left) < order(right); });
  return references;
}

/// The macros that somebody asks for.
struct Wanted {
  std::vector<const Macro*> macros;
  /// How they were found, where it was not by their title.
  std::string remark;
};

Wanted find_wanted(const Project& project, const std::string& title, const std::string& instance) {
  const auto in_instance = [&](const Macro& macro) {
    return instance.empty() || project.configuration.instances[macro.instance].name == instance;
  };
  Wanted wanted;
  for (const Macro& macro : project.macros) {
    if (macro.is_usable() && macro.title == title && in_instance(macro)) {
      wanted.macros.push_back(&macro);
    }
  }
  const TitleMatch match = project.macro_index.find_title(title);
  if (wanted.macros.empty() && match.macro != nullptr && in_instance(*match.macro) && match.macro->title != title) {
    const bool is_former = match.kind == TitleMatch::Kind::renamed;
    return {
        {match.macro},
        fmt::format("`{}` is {} `{}`.", title, is_former ? "the former title of" : "taken for", match.macro->title)};
  }
  return wanted;
}

/// Whether the macro is one of the wanted; then what the reference has to do with it is what counts.
bool refers_to(Reference& reference, const std::vector<const Macro*>& wanted) {
  const auto is_wanted = [&](const Macro* macro) {
    return macro != nullptr && std::find(wanted.begin(), wanted.end(), macro) != wanted.end();
  };
  for (const Macro* macro : {reference.by_title.macro, reference.by_link.macro, reference.macro}) {
    if (is_wanted(macro)) {
      reference.macro = macro;
      return true;
    }
  }
  // Without a link nobody can tell which of several macros with one title is meant.
  const bool shares_title = reference.by_title.macro != nullptr && reference.by_link.macro == nullptr &&
                            !wanted.empty() && reference.by_title.macro->title == wanted.front()->title;
  reference.macro = shares_title ? wanted.front() : reference.macro;
  return shares_title;
}

/// Nothing if all went well; otherwise a sentence about what is wrong.
std::string keep_wanted(const Project& project, const Options& options, std::vector<Reference>& references,
                        Console& console) {
  const std::vector<Instance>& instances = project.configuration.instances;
  if (!options.instance.empty() && std::none_of(instances.begin(), instances.end(), [&](const Instance& instance) {
        return instance.name == options.instance;
      })) {
    return fmt::format("The configuration has no instance `{}`.", options.instance);
  }
  const Wanted wanted = find_wanted(project, options.title, options.instance);
  if (!wanted.remark.empty()) {
    console.information(wanted.remark);
  }
  std::vector<Reference> kept;
  for (Reference& reference : references) {
    if (wanted.macros.empty() ? reference.title == options.title : refers_to(reference, wanted.macros)) {
      kept.push_back(std::move(reference));
    }
  }
  references = std::move(kept);
  if (!wanted.macros.empty() || !references.empty()) {
    return "";
  }
  const Macro* near = project.macro_index.nearest_title(options.title);
  return fmt::format("No macro has the title `{}`, and no document names one.{}", options.title,
                     near == nullptr ? "" : fmt::format(" Did you mean `{}`?", near->title));
}

}  // namespace

ExitStatus references(const Options& options, Console& console) {
  auto loaded = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loaded); status != nullptr) {
    return *status;
  }
  auto& [configuration, root, path_prefix] = std::get<LoadedConfiguration>(loaded);
  StoredPages pages(options, root, configuration.source.path);
  ReadOptions reading{options.jobs, options.today};
  pages.serve(reading);
  const auto project = read_project(std::move(configuration), RealDisk(root, options.jobs), reading);
  pages.save();
  const TextStyle style{console.color(), !options.quiet, path_prefix};
  const bool failed = report_failures(
      *project, style, [](const Unreadable&) { return true; }, console);
  std::vector<Reference> found = all_references(*project);
  if (!options.title.empty()) {
    if (const std::string problem = keep_wanted(*project, options, found, console); !problem.empty()) {
      console.error(problem);
      return failed ? ExitStatus::failure : ExitStatus::usage;
    }
  }
  const bool written = console.write(options.format == Format::json ? format_references_json(found)
                                                                    : format_references_text(found, style));
  return failed || !written ? ExitStatus::failure : ExitStatus::clean;
}

}  // namespace macrolint::cli
