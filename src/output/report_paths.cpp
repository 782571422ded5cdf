#include "output/report_paths.h"

#include <filesystem>
#include <utility>

namespace macrolint {

namespace fs = std::filesystem;

namespace {

/// Whether the path may lead out of the configuration's folder or has parts that mean nothing.
bool needs_care(std::string_view path) {
  return path.starts_with('/') || path.starts_with("./") || path.starts_with("../") ||
         path.find("/./") != std::string_view::npos || path.find("/../") != std::string_view::npos;
}

}  // namespace

ReportPaths::ReportPaths(std::string repository, std::string folder)
    : repository_(std::move(repository)), folder_(std::move(folder)) {
  const std::string way = fs::path(folder_).lexically_relative(repository_).generic_string();
  prefix_ = way == "." ? "" : way + "/";
}

std::string ReportPaths::path(const Source& source) const {
  if (!needs_care(source.path)) {
    return prefix_ + source.path;
  }
  return fs::path(absolute(source)).lexically_relative(repository_).generic_string();
}

bool ReportPaths::is_inside(const Source& source) const { return !path(source).starts_with("../"); }

std::string ReportPaths::absolute(const Source& source) const {
  return (fs::path(folder_) / source.path).lexically_normal().generic_string();
}

}  // namespace macrolint
