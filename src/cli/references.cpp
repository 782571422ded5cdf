#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/failures.h"
#include "cli/load_configuration.h"
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

/// Keeps the references to the macro with that title or, if there is none, those that name it in vain.
void keep_title(std::vector<Reference>& references, const std::string& title, bool is_macro) {
  std::erase_if(references, [&](const Reference& reference) {
    const bool resolves_to_it = reference.macro != nullptr && reference.macro->title == title;
    return !(is_macro ? resolves_to_it : reference.title == title);
  });
}

}  // namespace

ExitStatus references(const Options& options, Console& console) {
  auto loaded = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loaded); status != nullptr) {
    return *status;
  }
  auto& [configuration, root, path_prefix] = std::get<LoadedConfiguration>(loaded);
  const auto project = read_project(std::move(configuration), RealDisk(root), ReadOptions{options.jobs, options.today});
  const TextStyle style{console.color(), !options.quiet, path_prefix};
  const bool failed = report_failures(
      *project, style, [](const Unreadable&) { return true; }, console);
  std::vector<Reference> found = all_references(*project);
  if (!options.title.empty()) {
    const bool is_macro = project->macro_index.find_title(options.title).kind == TitleMatch::Kind::exact;
    keep_title(found, options.title, is_macro);
    if (!is_macro && found.empty()) {
      const Macro* near = project->macro_index.nearest_title(options.title);
      console.error(fmt::format("No macro has the title `{}`, and no document names one.{}", options.title,
                                near == nullptr ? "" : fmt::format(" Did you mean `{}`?", near->title)));
      return failed ? ExitStatus::failure : ExitStatus::usage;
    }
  }
  const bool written = console.write(options.format == Format::json ? format_references_json(found)
                                                                    : format_references_text(found, style));
  return failed || !written ? ExitStatus::failure : ExitStatus::clean;
}

}  // namespace macrolint::cli
