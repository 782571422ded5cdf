#include "lint/report_scope.h"

#include <algorithm>

namespace macrolint {

ReportScope::ReportScope(const Configuration& configuration, std::function<bool(std::string_view)> asked_for)
    : asked_for_(std::move(asked_for)) {
  for (const DocumentSet& documents : configuration.documents) {
    if (documents.include.empty()) {
      continue;
    }
    Included included;
    included.folder = documents.folder.path == "." ? "" : documents.folder.path + '/';
    for (const std::string& pattern : documents.include) {
      // The configuration was refused if a pattern does not compile.
      if (auto glob = Glob::compile(pattern); auto* compiled = std::get_if<Glob>(&glob)) {
        included.globs.push_back(std::move(*compiled));
      }
    }
    included_.push_back(std::move(included));
  }
}

bool ReportScope::reports_on(std::string_view path) const {
  if (asked_for_ != nullptr && !asked_for_(path)) {
    return false;
  }
  return std::all_of(included_.begin(), included_.end(), [path](const Included& included) {
    if (!path.starts_with(included.folder)) {
      return true;
    }
    const std::string_view below = path.substr(included.folder.size());
    return std::any_of(included.globs.begin(), included.globs.end(),
                       [below](const Glob& glob) { return glob.matches(below); });
  });
}

}  // namespace macrolint
