#include "cli/repository_root.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include "disk/paths.h"

namespace macrolint::cli {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> project_of_job(const std::string& folder) {
  const char* variable = std::getenv("CI_PROJECT_DIR");
  if (variable == nullptr || !fs::path(variable).is_absolute()) {
    return std::nullopt;
  }
  std::error_code error;
  const std::string project = fs::canonical(variable, error).string();
  if (error || (folder != project && !is_below(folder, project))) {
    return std::nullopt;
  }
  return project;
}

}  // namespace

std::string repository_root(const std::string& folder) {
  if (const auto project = project_of_job(folder)) {
    return *project;
  }
  for (fs::path at = folder;; at = at.parent_path()) {
    std::error_code error;
    if (fs::exists(at / ".git", error)) {
      return at.string();
    }
    if (at == at.parent_path()) {
      return folder;
    }
  }
}

}  // namespace macrolint::cli
