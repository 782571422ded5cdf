#include "lint/page_instances.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "configuration/glob.h"
#include "disk/paths.h"
#include "lint/document_set.h"

namespace macrolint {

namespace {

/// The patterns of each instance. The configuration was refused if one does not compile.
std::vector<std::vector<Glob>> patterns_of(const Configuration& configuration) {
  std::vector<std::vector<Glob>> patterns;
  for (const Instance& instance : configuration.instances) {
    std::vector<Glob>& globs = patterns.emplace_back();
    for (const std::string& pattern : instance.pages) {
      if (auto glob = Glob::compile(pattern); auto* compiled = std::get_if<Glob>(&glob)) {
        globs.push_back(std::move(*compiled));
      }
    }
  }
  return patterns;
}

}  // namespace

std::vector<std::vector<std::size_t>> instances_of_pages(const Configuration& configuration,
                                                         const std::vector<Document>& pages) {
  std::vector<std::vector<std::size_t>> instances(pages.size());
  const std::vector<std::vector<Glob>> patterns = patterns_of(configuration);
  const bool any = std::any_of(patterns.begin(), patterns.end(), [](const auto& globs) { return !globs.empty(); });
  for (std::size_t page = 0; any && page < pages.size(); ++page) {
    const std::string_view path = pages[page].source->path;
    const std::optional<std::size_t> set = document_set_of(configuration.documents, path);
    if (pages[page].mentions.empty() || !set.has_value()) {
      continue;
    }
    const std::string_view below = path_below(configuration.documents[*set].folder.path, path);
    for (std::size_t instance = 0; instance < patterns.size(); ++instance) {
      if (std::any_of(patterns[instance].begin(), patterns[instance].end(),
                      [below](const Glob& glob) { return glob.matches(below); })) {
        instances[page].push_back(instance);
      }
    }
  }
  return instances;
}

}  // namespace macrolint
