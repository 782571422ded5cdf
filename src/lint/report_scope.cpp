#include "lint/report_scope.h"

#include <algorithm>
#include <optional>

#include "disk/paths.h"
#include "lint/document_set.h"

namespace macrolint {

ReportScope::ReportScope(const Configuration& configuration, std::function<bool(std::string_view)> asked_for,
                         std::optional<Shard> shard)
    : asked_for_(std::move(asked_for)), shard_(shard), documents_(&configuration.documents) {
  for (const DocumentSet& documents : configuration.documents) {
    std::vector<Glob>& globs = included_.emplace_back();
    for (const std::string& pattern : documents.include) {
      // The configuration was refused if a pattern does not compile.
      if (auto glob = Glob::compile(pattern); auto* compiled = std::get_if<Glob>(&glob)) {
        globs.push_back(std::move(*compiled));
      }
    }
  }
}

bool ReportScope::reports(const Diagnostic& diagnostic) const {
  const auto is_wanted = [this](const Source* source) {
    return source != nullptr && (asked_for_ == nullptr || asked_for_(source->path));
  };
  const std::string& path = diagnostic.place.source->path;
  const bool is_here = !shard_.has_value() || shard_->holds(path);
  return is_here && includes(path) && (is_wanted(diagnostic.place.source) || is_wanted(diagnostic.cause));
}

bool ReportScope::includes(std::string_view path) const {
  const std::optional<std::size_t> set = document_set_of(*documents_, path);
  if (!set.has_value() || (*documents_)[*set].include.empty()) {
    return true;
  }
  const std::string_view below = path_below((*documents_)[*set].folder.path, path);
  return std::any_of(included_[*set].begin(), included_[*set].end(),
                     [below](const Glob& glob) { return glob.matches(below); });
}

}  // namespace macrolint
