#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "configuration/glob.h"
#include "disk/paths.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Whether a page of the folder matches, by its path below it.
bool matches_page(const Project& project, const std::string& pattern, const DocumentSet& documents) {
  const auto compiled = Glob::compile(pattern);
  const auto* glob = std::get_if<Glob>(&compiled);
  return glob == nullptr || std::any_of(project.pages.begin(), project.pages.end(), [&](const Document& page) {
           const std::string& path = page.source->path;
           return is_below(path, documents.folder.path) && glob->matches(path_below(documents.folder.path, path));
         });
}

class Findings {
 public:
  Findings(const Project& project, const Reporter& reporter) : project_(project), reporter_(reporter) {}

  void add_sync(const Instance& instance, std::size_t index) {
    const ConfiguredPath& folder = instance.sync->folder;
    if (project_.macro_index.files(index, false).empty() && project_.macro_index.has_other_files(index, false)) {
      report(folder, fmt::format("`{}` has files, but none in `active` or `inactive` below it, where macros are. Name "
                                 "the folder that holds these two.",
                                 folder.path));
    }
  }

  void add_pages(const DocumentSet& documents) {
    const std::string& folder = documents.folder.path;
    const bool has_pages = std::any_of(project_.pages.begin(), project_.pages.end(),
                                       [&](const Document& page) { return is_below(page.source->path, folder); });
    for (const std::string& pattern : documents.include) {
      if (has_pages && !matches_page(project_, pattern, documents)) {
        report(documents.folder, fmt::format("The pattern `{}` under `include` matches no page, so it brings none into "
                                             "the report. Patterns begin below `{}`{}.",
                                             pattern, folder, example(documents)));
      }
    }
  }

  void add_pages_of(const Instance& instance) {
    const std::vector<DocumentSet>& sets = project_.configuration.documents;
    const ConfiguredPath* place = instance.sync.has_value()          ? &instance.sync->folder
                                  : instance.export_file.has_value() ? &*instance.export_file
                                                                     : nullptr;
    for (const std::string& pattern : instance.pages) {
      const bool matches = std::any_of(sets.begin(), sets.end(), [&](const DocumentSet& documents) {
        return matches_page(project_, pattern, documents);
      });
      if (place != nullptr && !project_.pages.empty() && !matches) {
        report(*place, fmt::format("The pattern `{}` under `pages` of `{}` matches no page, so no page is about this "
                                   "instance because of it. Patterns begin below the `path` of the documents{}.",
                                   pattern, instance.name, example(sets.front())));
      }
    }
  }

 private:
  static std::string example(const DocumentSet& documents) {
    return documents.kind == DocumentSet::Kind::hugo ? ", as in `content/support/**`" : "";
  }

  void report(const ConfiguredPath& place, std::string message) {
    reporter_.report({&project_.configuration.source, place.span}, place.path, std::move(message));
  }

  const Project& project_;
  const Reporter& reporter_;
};

void check(const Project& project, const Reporter& reporter) {
  Findings findings(project, reporter);
  const std::vector<Instance>& instances = project.configuration.instances;
  for (std::size_t index = 0; index < instances.size(); ++index) {
    if (instances[index].sync.has_value()) {
      findings.add_sync(instances[index], index);
    }
    if (project.are_pages_complete) {
      findings.add_pages_of(instances[index]);
    }
  }
  for (const DocumentSet& documents : project.configuration.documents) {
    findings.add_pages(documents);
  }
}

}  // namespace

extern const Rule configuration_unused;
const Rule configuration_unused = {
    .name = "configuration-unused",
    .severity = Severity::warning,
    .summary = "A folder or pattern of the configuration finds nothing",
    .explanation =
        R"(A `sync` folder that has files but no macros, and patterns under `include` and `pages` that match no page. Mostly it is the wrong folder, or a pattern that begins elsewhere; then a run has nothing to check and says that all is well. Correct the path or the pattern, or take it out.)",
    .bad = R"(-- .macrolint.yml --
version: 1
documents:
  - kind: hugo
    path: handbook
    include: ["support/**"]
-- handbook/content/support/returns.md --
Send the label.
)",
    .good = R"(-- .macrolint.yml --
version: 1
documents:
  - kind: hugo
    path: handbook
    include: ["content/support/**"]
-- handbook/content/support/returns.md --
Send the label.
)",
    .check_project = check,
};

}  // namespace macrolint
