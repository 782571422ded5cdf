#include "disk/paths.h"

namespace macrolint {

namespace {

/// Without `./` before and `/` behind it; empty for the root of relative paths.
std::string_view plain_folder(std::string_view folder) {
  while (folder.starts_with("./")) {
    folder.remove_prefix(2);
  }
  while (folder.size() > 1 && folder.ends_with('/')) {
    folder.remove_suffix(1);
  }
  return folder == "." ? std::string_view() : folder;
}

}  // namespace

std::string joined(std::string_view folder, std::string_view below) {
  folder = plain_folder(folder);
  if (folder.empty()) {
    return std::string(below);
  }
  std::string path;
  path.reserve(folder.size() + 1 + below.size());
  path += folder;
  if (!folder.ends_with('/')) {
    path += '/';
  }
  return path += below;
}

std::string_view path_below(std::string_view folder, std::string_view path) {
  folder = plain_folder(folder);
  if (folder.empty() || !is_below(path, folder)) {
    return path;
  }
  return path.substr(folder.size() + (folder.ends_with('/') ? 0 : 1));
}

bool is_below(std::string_view path, std::string_view folder) {
  folder = plain_folder(folder);
  if (folder.empty()) {
    return !path.starts_with('/') && !path.starts_with("../");
  }
  if (path.size() <= folder.size() || !path.starts_with(folder)) {
    return false;
  }
  return folder.ends_with('/') || path[folder.size()] == '/';
}

}  // namespace macrolint
