#include "git/handles.h"

#include "source/characters.h"

namespace macrolint::git {

CommitHandle find_commit(git_repository& repository, const git_oid& id) {
  git_commit* commit = nullptr;
  return CommitHandle(git_commit_lookup(&commit, &repository, &id) == 0 ? commit : nullptr);
}

TreeHandle tree_of(const git_commit& commit) {
  git_tree* tree = nullptr;
  return TreeHandle(git_commit_tree(&tree, &commit) == 0 ? tree : nullptr);
}

TreeHandle find_folder(git_repository& repository, const git_tree& tree, const std::string& path) {
  git_tree* folder = nullptr;
  if (path.empty()) {
    return TreeHandle(git_tree_lookup(&folder, &repository, git_tree_id(&tree)) == 0 ? folder : nullptr);
  }
  git_tree_entry* found = nullptr;
  if (git_tree_entry_bypath(&found, &tree, path.c_str()) != 0) {
    return nullptr;
  }
  const TreeEntryHandle entry(found);
  const bool is_there = git_tree_entry_type(entry.get()) == GIT_OBJECT_TREE &&
                        git_tree_lookup(&folder, &repository, git_tree_entry_id(entry.get())) == 0;
  return TreeHandle(is_there ? folder : nullptr);
}

CommitHandle first_parent(const git_commit& commit) {
  git_commit* parent = nullptr;
  return CommitHandle(git_commit_parent(&parent, &commit, 0) == 0 ? parent : nullptr);
}

std::string last_message() {
  const git_error* error = git_error_last();
  std::string text = error == nullptr || error->message == nullptr ? "No reason was given" : error->message;
  while (!text.empty() && (is_space(text.back()) || text.back() == '.')) {
    text.pop_back();
  }
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text + ".";
}

}  // namespace macrolint::git
