#include "git/tree_path.h"

#include <string_view>
#include <vector>

#include "disk/paths.h"

namespace macrolint::git {

namespace {

/// As Linux has it.
constexpr unsigned max_links = 40;
constexpr std::size_t max_target = 4096;

/// Adds the steps of a path, last one first.
void add_steps(std::string_view path, std::vector<std::string>& steps) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::string_view step = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
    if (!step.empty() && step != ".") {
      steps.emplace_back(step);
    }
    path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string::npos ? 0 : slash);
}

}  // namespace

TreePath TreePaths::follow(const std::string& path) {
  // Nearly every path leads straight to a file.
  git_tree_entry* direct = nullptr;
  if (!path.empty() && git_tree_entry_bypath(&direct, top_, path.c_str()) == 0) {
    const TreeEntryHandle entry(direct);
    const git_filemode_t mode = git_tree_entry_filemode(entry.get());
    if (mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE) {
      return {TreePath::Kind::file, *git_tree_entry_id(entry.get()), path};
    }
  }
  return follow_steps(path);
}

TreePath TreePaths::follow_steps(const std::string& path) {
  TreePath at{TreePath::Kind::folder, *git_tree_id(top_), ""};
  std::vector<std::string> steps;
  add_steps(path, steps);
  for (unsigned links = 0; !steps.empty();) {
    const std::string step = std::move(steps.back());
    steps.pop_back();
    if (steps_left_ == 0 || at.kind != TreePath::Kind::folder) {
      return {};
    }
    --steps_left_;
    if (step == "..") {
      if (at.path.empty()) {
        return {TreePath::Kind::outside, {}, ""};
      }
      at.path = parent_of(at.path);
      continue;
    }
    const std::string below = joined(at.path, step);
    git_tree_entry* found = nullptr;
    if (git_tree_entry_bypath(&found, top_, below.c_str()) != 0) {
      return {};
    }
    const TreeEntryHandle entry(found);
    const git_oid& id = *git_tree_entry_id(entry.get());
    if (git_tree_entry_filemode(entry.get()) != GIT_FILEMODE_LINK) {
      const git_object_t type = git_tree_entry_type(entry.get());
      if (type != GIT_OBJECT_TREE && type != GIT_OBJECT_BLOB) {
        return {TreePath::Kind::outside, {}, ""};
      }
      at = {type == GIT_OBJECT_TREE ? TreePath::Kind::folder : TreePath::Kind::file, id, below};
      continue;
    }
    if (++links > max_links) {
      return {TreePath::Kind::loop, {}, ""};
    }
    const std::string target = target_of(id);
    std::string_view rest = target;
    if (rest.starts_with('/')) {
      if (!is_below(rest, work_tree_)) {
        return {TreePath::Kind::outside, {}, ""};
      }
      rest = path_below(work_tree_, rest);
      at = {TreePath::Kind::folder, *git_tree_id(top_), ""};
    } else if (rest.empty()) {
      return {};
    }
    add_steps(rest, steps);
  }
  return at;
}

std::string TreePaths::target_of(const git_oid& link) const {
  git_blob* found = nullptr;
  if (git_blob_lookup(&found, repository_, &link) != 0) {
    return "";
  }
  const BlobHandle blob(found);
  const auto size = static_cast<std::size_t>(git_blob_rawsize(blob.get()));
  return size > max_target ? "" : std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), size);
}

}  // namespace macrolint::git
