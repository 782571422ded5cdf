#include "git/commit_disk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>

#include "disk/disk_error.h"
#include "disk/file_descriptor.h"
#include "disk/paths.h"
#include "git/handles.h"
#include "git/list_tree.h"
#include "git/tree_path.h"

namespace macrolint::git {

/// What the library holds for it.
struct CommitDisk::Parts {
  Repository repository;
  TreeHandle tree;
  IndexHandle index;
  DatabaseHandle database;
  TreePaths paths;
  /// Whether folders of the work tree are the top of another repository's.
  std::map<std::string, bool> nested;

  [[nodiscard]] bool is_nested(const std::string& folder) {
    const auto [found, is_new] = nested.try_emplace(folder, false);
    if (is_new) {
      std::error_code ignored;
      found->second = std::filesystem::exists(joined(repository.work_tree(), folder + "/.git"), ignored);
    }
    return found->second;
  }

  /// Whether a file of the work tree that is not in the commit is none of git's business: ignored, or in another
  /// repository. Otherwise it was added since.
  [[nodiscard]] bool is_foreign(const std::string& in_tree) {
    const bool goes_up = in_tree.find("/../") != std::string::npos;
    if (goes_up || git_index_get_bypath(index.get(), in_tree.c_str(), 0) != nullptr) {
      return false;
    }
    for (std::size_t slash = in_tree.find('/'); slash != std::string::npos; slash = in_tree.find('/', slash + 1)) {
      if (is_nested(in_tree.substr(0, slash))) {
        return true;
      }
    }
    int ignored = 0;
    return git_ignore_path_is_ignored(&ignored, &repository.handle(), in_tree.c_str()) == 0 && ignored != 0;
  }

  /// Reads a file of the commit, once it is known not to be too large.
  [[nodiscard]] FileText read(const std::string& path, const git_oid& id, std::uint64_t limit) const {
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_odb_read_header(&size, &type, database.get(), &id) != 0) {
      return system_error(path, "read", EIO);
    }
    if (size > limit) {
      return too_large(path, limit);
    }
    git_blob* found = nullptr;
    if (git_blob_lookup(&found, &repository.handle(), &id) != 0) {
      return system_error(path, "read", EIO);
    }
    const BlobHandle blob(found);
    return Text(std::string_view(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                                 static_cast<std::size_t>(git_blob_rawsize(blob.get()))));
  }
};

CommitDisk::CommitDisk(std::unique_ptr<Parts> parts, std::string root, unsigned jobs)
    : parts_(std::move(parts)), real_(std::move(root), jobs) {}

CommitDisk::~CommitDisk() = default;

Result<std::unique_ptr<CommitDisk>> CommitDisk::open(const Repository& repository, const CommitId& commit,
                                                     const std::string& root, const std::vector<std::string>& folders,
                                                     unsigned jobs) {
  git_oid id{};
  git_oid_fromstr(&id, commit.c_str());
  const CommitHandle found = find_commit(repository.handle(), id);
  TreeHandle tree = found == nullptr ? nullptr : tree_of(*found);
  git_index* index = nullptr;
  git_odb* database = nullptr;
  if (tree == nullptr || git_repository_index(&index, &repository.handle()) != 0 ||
      git_repository_odb(&database, &repository.handle()) != 0) {
    git_index_free(index);
    return Error{Error::Kind::incomplete,
                 fmt::format("The files of the commit {} cannot be read. {}", commit, last_message())};
  }
  TreePaths paths(repository.handle(), *tree, repository.work_tree());
  auto parts = std::make_unique<Parts>(
      Parts{repository, std::move(tree), IndexHandle(index), DatabaseHandle(database), std::move(paths), {}});
  std::unique_ptr<CommitDisk> disk(new CommitDisk(std::move(parts), root, jobs));
  for (const std::string& written : folders) {
    const std::string folder = written == "." ? "" : written;
    const std::string absolute = folder.starts_with('/') ? folder : joined(root, folder);
    const Result<Repository> owner = Repository::open(absolute);
    const auto* own = std::get_if<Repository>(&owner);
    const auto in_tree =
        own != nullptr && own->work_tree() == repository.work_tree() ? repository.path_below(absolute) : std::nullopt;
    if (in_tree.has_value()) {
      disk->mounts_.push_back({folder, *in_tree});
    } else {
      disk->as_they_are_.push_back(folder);
    }
  }
  return disk;
}

std::optional<std::string> CommitDisk::path_in_tree(std::string_view path) const {
  path = path == "." ? "" : path;
  const Mount* deepest = nullptr;
  for (const Mount& mount : mounts_) {
    const bool holds = path == mount.folder || is_below(path, mount.folder);
    if (holds && (deepest == nullptr || mount.folder.size() > deepest->folder.size())) {
      deepest = &mount;
    }
  }
  const auto is_at_or_below = [&](const std::string& folder) { return path == folder || is_below(path, folder); };
  if (deepest == nullptr || std::any_of(as_they_are_.begin(), as_they_are_.end(), [&](const std::string& folder) {
        return folder.size() > deepest->folder.size() && is_at_or_below(folder);
      })) {
    return std::nullopt;
  }
  return path == deepest->folder ? deepest->in_tree : joined(deepest->in_tree, path_below(deepest->folder, path));
}

ListResult CommitDisk::list(const std::string& folder) const {
  const std::optional<std::string> in_tree = path_in_tree(folder);
  if (!in_tree.has_value()) {
    return real_.list(folder);
  }
  const std::lock_guard lock(mutex_);
  const TreePath top = parts_->paths.follow(*in_tree);
  Listing listing;
  if (top.kind == TreePath::Kind::folder) {
    const TreeHandle tree = find_folder(parts_->repository.handle(), *parts_->tree, top.path);
    ListResult listed = tree == nullptr
                            ? ListResult(system_error(folder, "read", EIO))
                            : list_tree(parts_->repository.handle(), *tree, folder, top.path, parts_->paths);
    if (!std::holds_alternative<Listing>(listed)) {
      return listed;
    }
    listing = std::get<Listing>(std::move(listed));
  }
  add_foreign(folder, *in_tree, listing);
  if (listing.entries.empty() && top.kind != TreePath::Kind::folder) {
    return system_error(folder, "read", top.kind == TreePath::Kind::file ? ENOTDIR : ENOENT);
  }
  return listing;
}

void CommitDisk::add_foreign(const std::string& folder, const std::string& in_tree, Listing& listing) const {
  ListResult now = real_.list(folder);
  auto* present = std::get_if<Listing>(&now);
  if (present == nullptr) {
    return;
  }
  const auto by_path = [](const DiskEntry& left, const DiskEntry& right) { return left.path < right.path; };
  const std::size_t known = listing.entries.size();
  for (DiskEntry& entry : present->entries) {
    const auto end = listing.entries.begin() + static_cast<std::ptrdiff_t>(known);
    if (!std::binary_search(listing.entries.begin(), end, entry, by_path) &&
        parts_->is_foreign(joined(in_tree, path_below(folder, entry.path)))) {
      listing.entries.push_back(std::move(entry));
    }
  }
  std::sort(listing.entries.begin(), listing.entries.end(), by_path);
}

FileText CommitDisk::read(const std::string& path, std::uint64_t limit) const {
  const std::optional<std::string> in_tree = path_in_tree(path);
  if (!in_tree.has_value()) {
    return real_.read(path, limit);
  }
  bool is_there = false;
  {
    const std::lock_guard lock(mutex_);
    const TreePath file = parts_->paths.follow(*in_tree);
    const bool is_file = file.kind == TreePath::Kind::file;
    is_there = is_file ? changed_ != nullptr && !changed_->contains(file.path) : parts_->is_foreign(*in_tree);
    if (is_file && !is_there) {
      return parts_->read(path, file.id, limit);
    }
  }
  return is_there ? real_.read(path, limit) : FileText(system_error(path, "read", ENOENT));
}

}  // namespace macrolint::git
