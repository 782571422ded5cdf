#include "cli/path_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace macrolint::cli {

namespace {

namespace fs = std::filesystem;

/// The path without symbolic links on the way to it. A link to a file keeps its own name, since that is the name
/// under which the file is read.
fs::path resolved(const fs::path& path) {
  if (fs::is_directory(path)) {
    return fs::canonical(path);
  }
  const fs::path absolute = fs::absolute(path);
  return fs::canonical(absolute.parent_path()) / absolute.filename();
}

/// Calls `visit` with the path and every folder above it, until it returns true.
template <typename Visit>
bool any_level(std::string_view path, Visit visit) {
  while (!path.empty()) {
    if (visit(path)) {
      return true;
    }
    const std::size_t slash = path.rfind('/');
    path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return false;
}

}  // namespace

std::variant<PathFilter, std::string> PathFilter::make(const std::vector<std::string>& paths, const std::string& root) {
  PathFilter filter;
  filter.everything_ = paths.empty();
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::symlink_status(path, error).type() == fs::file_type::not_found) {
      return fmt::format("The path `{}` does not exist.", path);
    }
    if (error) {
      return fmt::format("The path `{}` cannot be looked at: {}.", path, error.message());
    }
    try {
      filter.add(path, root);
    } catch (const fs::filesystem_error& failure) {
      return fmt::format("The path `{}` cannot be looked at: {}.", path, failure.code().message());
    }
  }
  return filter;
}

void PathFilter::add(const std::string& written, const std::string& root) {
  const fs::path absolute = resolved(written);
  const fs::path relative = absolute.lexically_relative(root);
  const bool holds_root =
      std::all_of(relative.begin(), relative.end(), [](const fs::path& step) { return step == ".." || step == "."; });
  if (holds_root) {
    everything_ = true;
  }
  written_.emplace(relative.generic_string(), written);
  written_.emplace(absolute.generic_string(), written);
}

bool PathFilter::accepts(std::string_view source_path) const {
  return everything_ || any_level(source_path, [&](std::string_view level) { return written_.contains(level); });
}

std::vector<std::string> PathFilter::unmatched(const Project& project) const {
  if (everything_) {
    return {};
  }
  std::set<std::string> matched;
  const auto mark = [&](std::string_view path) {
    any_level(path, [&](std::string_view level) {
      if (const auto found = written_.find(level); found != written_.end()) {
        matched.insert(found->second);
      }
      return false;
    });
  };
  mark(project.configuration.source.path);
  for (const Source& source : project.sources) {
    mark(source.path);
  }
  for (const Unreadable& unreadable : project.unreadable) {
    mark(unreadable.subject);
  }
  std::set<std::string> left;
  for (const auto& [unused, written] : written_) {
    if (!matched.contains(written)) {
      left.insert(written);
    }
  }
  return {left.begin(), left.end()};
}

}  // namespace macrolint::cli
