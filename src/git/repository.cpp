#include "git/repository.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "disk/paths.h"
#include "git/handles.h"
#include "git/mainline.h"
#include "library/missing_library.h"

namespace macrolint::git {

namespace {

namespace fs = std::filesystem;

/// The library, from its first use to the end of the process.
class Library {
 public:
  Library() { git_libgit2_init(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() { git_libgit2_shutdown(); }
};

void start_library() { static const Library library; }

constexpr std::string_view how_to_fetch_all =
    "Fetch the whole history: in GitLab CI with `GIT_DEPTH: 0`, elsewhere with `git fetch --unshallow`.";

/// The path with its symbolic links followed as far as there are files; nothing if the system refuses to look.
std::optional<fs::path> resolved(const std::string& path) {
  std::error_code error;
  fs::path way = fs::weakly_canonical(path, error);
  if (error) {
    return std::nullopt;
  }
  return way.has_filename() ? way : way.parent_path();
}

/// The deepest folder that exists on the way to a path.
fs::path existing_folder(fs::path path) {
  std::error_code error;
  while (path.has_relative_path() && !fs::is_directory(path, error)) {
    path = path.parent_path();
  }
  return path;
}

/// Whether a folder or one above it looks like a repository, with files or bare. The library reads the machine's
/// certificates when it starts, for a network that is never used, so it is not started in vain.
bool may_hold_repository(fs::path folder) {
  std::error_code error;
  while (!fs::exists(folder / ".git", error) && !fs::exists(folder / "HEAD", error)) {
    if (!folder.has_relative_path()) {
      return false;
    }
    folder = folder.parent_path();
  }
  return true;
}

Error open_error(int code, const std::string& path) {
  if (code == GIT_ENOTFOUND) {
    return {Error::Kind::no_repository, fmt::format("`{}` is in no git repository.", path)};
  }
  if (code == GIT_EOWNER) {
    return {Error::Kind::not_trusted,
            fmt::format("The git repository that holds `{}` belongs to another user, so it is not read. If you trust "
                        "it, run `git config --global --add safe.directory FOLDER` with the repository's folder.",
                        path)};
  }
  return {Error::Kind::broken,
          fmt::format("The git repository that holds `{}` cannot be read. {}", path, last_message())};
}

std::string hex(const git_oid& id) {
  std::string digits(GIT_OID_HEXSZ, '0');
  git_oid_fmt(digits.data(), &id);
  return digits;
}

int note_paths(const git_diff_delta* delta, float /*progress*/, void* paths) {
  auto& changed = *static_cast<std::set<std::string>*>(paths);
  changed.emplace(delta->old_file.path);
  changed.emplace(delta->new_file.path);
  return 0;
}

}  // namespace

Result<Repository> Repository::open(const std::string& path) {
  const std::optional<fs::path> way = resolved(path);
  if (!way.has_value()) {
    return Error{Error::Kind::no_repository, fmt::format("`{}` cannot be looked at.", path)};
  }
  const fs::path start = existing_folder(*way);
  if (!may_hold_repository(start)) {
    return open_error(GIT_ENOTFOUND, path);
  }
  if (!library.is_there()) {
    return Error{
        Error::Kind::broken,
        missing_library(MACROLINT_LIBGIT2, fmt::format("the git repository that holds `{}` cannot be read", path))};
  }
  start_library();
  git_repository* opened = nullptr;
  const int code = git_repository_open_ext(&opened, start.c_str(), 0, nullptr);
  if (code != 0) {
    return open_error(code, path);
  }
  std::shared_ptr<git_repository> repository(opened, Free<git_repository_free>());
  const char* folder = git_repository_workdir(opened);
  const std::optional<fs::path> work_tree = folder == nullptr ? std::nullopt : resolved(folder);
  if (!work_tree.has_value()) {
    return Error{Error::Kind::no_repository,
                 fmt::format("`{}` is in a bare git repository, which has no files.", path)};
  }
  return Repository(std::move(repository), work_tree->string());
}

std::optional<std::string> Repository::path_below(const std::string& path) const {
  const std::optional<fs::path> way = resolved(path);
  if (!way.has_value()) {
    return std::nullopt;
  }
  if (way->string() == work_tree_) {
    return "";
  }
  if (!is_below(way->string(), work_tree_)) {
    return std::nullopt;
  }
  return std::string(macrolint::path_below(work_tree_, way->string()));
}

bool Repository::is_shallow() const { return git_repository_is_shallow(repository_.get()) == 1; }

Result<CommitId> Repository::find_revision(const std::string& name) const {
  git_object* found = nullptr;
  if (git_revparse_single(&found, repository_.get(), name.c_str()) == 0) {
    const ObjectHandle object(found);
    git_object* commit = nullptr;
    if (git_object_peel(&commit, object.get(), GIT_OBJECT_COMMIT) == 0) {
      const ObjectHandle peeled(commit);
      return hex(*git_object_id(peeled.get()));
    }
  }
  if (is_shallow()) {
    return Error{Error::Kind::incomplete, fmt::format("The revision `{}` is not in this shallow clone of `{}`. {}",
                                                      name, work_tree_, how_to_fetch_all)};
  }
  return Error{Error::Kind::unknown_revision,
               fmt::format("The git repository `{}` has no revision `{}`. Expected a commit, branch or tag that was "
                           "fetched; in GitLab CI, `GIT_DEPTH: 0` fetches the whole history.",
                           work_tree_, name)};
}

Result<CommitId> Repository::merge_base(const std::string& revision) const {
  const Result<CommitId> there = find_revision(revision);
  const Result<CommitId> here = find_revision("HEAD");
  for (const auto* found : {&there, &here}) {
    if (const auto* error = std::get_if<Error>(found)) {
      return *error;
    }
  }
  git_oid one{};
  git_oid other{};
  git_oid base{};
  git_oid_fromstr(&one, std::get<CommitId>(here).c_str());
  git_oid_fromstr(&other, std::get<CommitId>(there).c_str());
  // The library stumbles over the end of a shallow history even where the revision is an ancestor of what is there.
  if (is_shallow() && is_ancestor(*this, std::get<CommitId>(there))) {
    return std::get<CommitId>(there);
  }
  if (git_merge_base(&base, repository_.get(), &one, &other) == 0) {
    return hex(base);
  }
  return Error{Error::Kind::incomplete,
               fmt::format("The commit from which `{}` and `HEAD` went apart is not in the git repository `{}`. {}",
                           revision, work_tree_, is_shallow() ? how_to_fetch_all : last_message())};
}

Result<std::set<std::string>> Repository::changed_since(const CommitId& commit) const {
  git_oid id{};
  git_oid_fromstr(&id, commit.c_str());
  const CommitHandle found = find_commit(*repository_, id);
  const TreeHandle tree = found == nullptr ? nullptr : tree_of(*found);
  const git_diff_options options =
      comparison(GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_INCLUDE_TYPECHANGE);
  git_diff* compared = nullptr;
  if (tree == nullptr || git_diff_tree_to_workdir_with_index(&compared, repository_.get(), tree.get(), &options) != 0) {
    return Error{Error::Kind::broken, fmt::format("The files of `{}` cannot be compared with the commit {}. {}",
                                                  work_tree_, commit, last_message())};
  }
  const DiffHandle diff(compared);
  std::set<std::string> changed;
  git_diff_foreach(diff.get(), note_paths, nullptr, nullptr, nullptr, &changed);
  return changed;
}

}  // namespace macrolint::git
