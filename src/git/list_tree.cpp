#include "git/list_tree.h"

#include <algorithm>

#include "disk/disk_error.h"
#include "disk/file_descriptor.h"
#include "disk/file_name.h"
#include "disk/paths.h"

namespace macrolint::git {

namespace {

class TreeLister {
 public:
  TreeLister(git_repository& repository, const std::string& folder, const std::string& in_tree, TreePaths& paths)
      : repository_(repository), folder_(folder), in_tree_(in_tree), paths_(paths) {}

  ListResult list(const git_tree& tree) && {
    add_all(tree, "", 0);
    if (names_ > maximum_names) {
      return refusal(folder_, too_many_names);
    }
    std::vector<DiskEntry>& entries = listing_.entries;
    std::sort(entries.begin(), entries.end(),
              [](const DiskEntry& left, const DiskEntry& right) { return left.path < right.path; });
    // Only a damaged tree has two files of one name.
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const DiskEntry& left, const DiskEntry& right) { return left.path == right.path; }),
                  entries.end());
    return std::move(listing_);
  }

 private:
  void add_all(const git_tree& tree, const std::string& prefix, std::size_t depth) {
    for (std::size_t index = 0; index < git_tree_entrycount(&tree); ++index) {
      if (++names_ > maximum_names) {
        return;
      }
      const git_tree_entry& entry = *git_tree_entry_byindex(&tree, index);
      const std::string name = git_tree_entry_name(&entry);
      // No file system has names with a `/`.
      if (!name.empty() && !name.starts_with('.') && name.find('/') == std::string::npos) {
        visit(entry, prefix + name, depth);
      }
    }
  }

  void visit(const git_tree_entry& entry, const std::string& below, std::size_t depth) {
    const std::string path = joined(folder_, below);
    if (!is_printable_name(below)) {
      const std::string shown = printable_name(path);
      add(shown, refusal(shown, unprintable_name));
      return;
    }
    switch (git_tree_entry_filemode(&entry)) {
      case GIT_FILEMODE_TREE:
        enter(entry, path, below, depth + 1);
        break;
      case GIT_FILEMODE_LINK:
        follow(path, below);
        break;
      case GIT_FILEMODE_BLOB:
      case GIT_FILEMODE_BLOB_EXECUTABLE:
        add(path, {});
        break;
      default:
        break;
    }
  }

  void enter(const git_tree_entry& entry, const std::string& path, const std::string& below, std::size_t depth) {
    if (depth > maximum_depth) {
      add(path, nested_too_deep(path));
      return;
    }
    git_tree* found = nullptr;
    if (git_tree_lookup(&found, &repository_, git_tree_entry_id(&entry)) != 0) {
      add(path, system_error(path, "read", EIO));
      return;
    }
    const TreeHandle tree(found);
    add_all(*tree, below + "/", depth);
  }

  void follow(const std::string& path, const std::string& below) {
    const TreePath target = paths_.follow(joined(in_tree_, below));
    const bool is_inside = in_tree_.empty() || target.path == in_tree_ || is_below(target.path, in_tree_);
    if (target.kind == TreePath::Kind::missing) {
      add(path, refusal(path, link_to_nothing));
    } else if (target.kind == TreePath::Kind::loop) {
      add(path, refusal(path, link_to_itself));
    } else if (target.kind == TreePath::Kind::outside || !is_inside) {
      add(path, refusal(path, link_out_of_folder));
    } else if (target.kind == TreePath::Kind::file) {
      add(path, {});
    }
  }

  void add(std::string path, DiskError error) { listing_.entries.push_back({std::move(path), std::move(error)}); }

  git_repository& repository_;
  const std::string& folder_;
  const std::string& in_tree_;
  TreePaths& paths_;
  std::size_t names_ = 0;
  Listing listing_;
};

}  // namespace

ListResult list_tree(git_repository& repository, const git_tree& tree, const std::string& folder,
                     const std::string& in_tree, TreePaths& paths) {
  return TreeLister(repository, folder, in_tree, paths).list(tree);
}

}  // namespace macrolint::git
