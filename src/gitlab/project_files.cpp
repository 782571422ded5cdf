#include "gitlab/project_files.h"

#include <algorithm>

#include "link/repository_url.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

/// So few folders are listed one by one; a tree may have a thousand pages.
constexpr std::size_t most_folders = 3;
/// How much of a tree is read for what is asked of it, and how much only to tell where a file is now.
constexpr std::size_t base_pages = 50;
constexpr std::size_t pages_for_nearby = 20;
/// A macro repository is read in whole: 50,000 files and folders.
constexpr std::size_t pages_for_list = 500;
/// Each takes a look at all files.
constexpr std::size_t most_nearby = 200;
constexpr std::size_t max_file_bytes = std::size_t{4} << 20U;

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::pair<std::string, std::string> cut_at(const std::string& text, std::size_t length) {
  return {text.substr(0, length), text.substr(std::min(length + 1, text.size()))};
}

ApiError too_large() { return {ApiError::Kind::too_large, 0, "The project has more files than are read."}; }

/// What Git LFS keeps instead of a large file.
bool is_pointer(std::string_view text) { return text.starts_with("version https://git-lfs"); }

}  // namespace

const GitLabApi::Result<ProjectAccess>& ProjectFiles::access() {
  if (!access_.has_value()) {
    access_ = api_.project(project_);
  }
  return *access_;
}

const ApiError* ProjectFiles::known_error() const {
  return access_.has_value() ? std::get_if<ApiError>(&*access_) : nullptr;
}

std::optional<ApiError> ProjectFiles::why_unseen() {
  const auto& result = access();
  if (const auto* error = std::get_if<ApiError>(&result)) {
    return *error;
  }
  return std::get<ProjectAccess>(result).files
             ? std::nullopt
             : std::optional(ApiError{ApiError::Kind::forbidden, 0, "Its files are not for everybody to see."});
}

bool ProjectFiles::Tree::settles(const std::string& path) const {
  return files.contains(path) || folders.contains(path) || has_all || known.contains(parent_of(path));
}

bool ProjectFiles::take(GitLabApi::Result<TreeListing> result, Tree& tree) {
  if (auto* error = std::get_if<ApiError>(&result)) {
    // What is not there may be there for others: GitLab says the same of a project that one may not see.
    tree.error = error->kind == ApiError::Kind::not_found ? why_unseen() : std::optional(std::move(*error));
    return !tree.error.has_value();
  }
  auto& listing = std::get<TreeListing>(result);
  tree.files.merge(listing.files);
  tree.folders.merge(listing.folders);
  tree.is_there = true;
  return listing.is_complete;
}

void ProjectFiles::read_folder(const std::string& reference, const std::string& folder) {
  Tree& tree = trees_[reference];
  if (tree.error.has_value() || tree.has_all || !tree.asked.insert(folder).second) {
    return;
  }
  if (take(api_.tree(project_, reference, folder, false, base_pages), tree)) {
    tree.known.insert(folder);
  }
}

void ProjectFiles::read_all(const std::string& reference, std::size_t max_pages) {
  Tree& tree = trees_[reference];
  if (tree.error.has_value() || tree.was_all_asked) {
    return;
  }
  tree.was_all_asked = true;
  tree.has_all = take(api_.tree(project_, reference, "", true, max_pages), tree);
}

void ProjectFiles::read(const std::string& reference, const std::set<std::string>& paths) {
  Tree& tree = trees_[reference];
  if (const ApiError* error = known_error()) {
    tree.error = *error;
    return;
  }
  std::set<std::string> folders;
  for (const std::string& path : paths) {
    folders.insert(parent_of(path));
  }
  if (folders.size() > most_folders) {
    read_all(reference, base_pages + paths.size());
    if (tree.has_all) {
      return;
    }
  }
  for (const std::string& path : paths) {
    if (!tree.settles(path)) {
      read_folder(reference, parent_of(path));
    }
  }
  if (!tree.is_there && !tree.error.has_value()) {
    // Whether the folders or the reference is missing, the root tells.
    read_folder(reference, "");
  }
}

FoundFile ProjectFiles::judge(const std::string& reference, const std::string& path) const {
  using State = FoundFile::State;
  const Tree& tree = trees_.at(reference);
  const auto found = [&](State state, std::optional<ApiError> error = {}) {
    return FoundFile{state, reference, path, std::move(error)};
  };
  if (tree.files.contains(path)) {
    return found(State::file);
  }
  if (tree.folders.contains(path) || (path.empty() && tree.is_there)) {
    return found(State::folder);
  }
  if (tree.error.has_value()) {
    return found(State::unknown, tree.error);
  }
  if (!tree.is_there) {
    return found(State::no_reference);
  }
  return tree.settles(path) ? found(State::no_file) : found(State::unknown, too_large());
}

std::optional<std::string> ProjectFiles::longer_reference(const std::string& reference_and_path) {
  const std::string first = reference_and_path.substr(0, reference_and_path.find('/'));
  if (first.size() == reference_and_path.size() || names_commit(first)) {
    return std::nullopt;
  }
  if (!names_.contains(first)) {
    auto result = api_.names_beginning_with(project_, first + "/");
    auto* names = std::get_if<std::set<std::string>>(&result);
    names_[first] = names == nullptr ? std::set<std::string>() : std::move(*names);
    if (names == nullptr && std::get<ApiError>(result).kind != ApiError::Kind::not_found) {
      // As long as nobody knows which branches there are, nothing can be missing.
      trees_[first].error = std::get<ApiError>(std::move(result));
    }
  }
  std::string longest;
  for (const std::string& name : names_[first]) {
    const bool fits = (reference_and_path + "/").starts_with(name + "/");
    longest = fits && name.size() > longest.size() ? name : longest;
  }
  return longest.empty() ? std::nullopt : std::optional(longest);
}

std::map<std::string, FoundFile> ProjectFiles::find(const std::set<std::string>& references_and_paths) {
  std::map<std::string, std::set<std::string>> by_reference;
  for (const std::string& wanted : references_and_paths) {
    auto [reference, path] = cut_at(wanted, std::min(wanted.find('/'), wanted.size()));
    by_reference[reference].insert(path);
  }
  for (const auto& [reference, paths] : by_reference) {
    read(reference, paths);
  }
  std::map<std::string, FoundFile> found;
  std::map<std::string, std::set<std::string>> by_longer_reference;
  for (const std::string& wanted : references_and_paths) {
    const auto [reference, path] = cut_at(wanted, std::min(wanted.find('/'), wanted.size()));
    FoundFile& file = found[wanted] = judge(reference, path);
    if (file.state != FoundFile::State::no_file && file.state != FoundFile::State::no_reference) {
      continue;
    }
    if (const auto longer = longer_reference(wanted)) {
      file.reference = *longer;
      file.path = cut_at(wanted, longer->size()).second;
      by_longer_reference[*longer].insert(file.path);
    }
  }
  for (const auto& [reference, paths] : by_longer_reference) {
    read(reference, paths);
  }
  for (auto& [wanted, file] : found) {
    file = judge(file.reference, file.path);
  }
  return found;
}

std::optional<ProjectFiles::Nearby> ProjectFiles::nearby(const std::string& reference, const std::string& path) {
  read_all(reference, pages_for_nearby);
  const auto known = nearby_.find({reference, path});
  if (known != nearby_.end() || nearby_.size() >= most_nearby) {
    return known == nearby_.end() ? std::nullopt : known->second;
  }
  return nearby_[{reference, path}] = find_nearby(trees_[reference], path);
}

std::optional<ProjectFiles::Nearby> ProjectFiles::find_nearby(const Tree& tree, const std::string& path) {
  std::vector<std::string_view> same_name;
  std::copy_if(tree.files.begin(), tree.files.end(), std::back_inserter(same_name),
               [&](const std::string& file) { return name_of(file) == name_of(path); });
  if (same_name.size() == 1 && tree.has_all) {
    return Nearby{std::string(same_name.front()), true};
  }
  const std::vector<std::string_view> files(tree.files.begin(), tree.files.end());
  const auto near = nearest(path, files);
  return near.has_value() ? std::optional(Nearby{std::string(*near), false}) : std::nullopt;
}

std::optional<std::size_t> ProjectFiles::lines(const std::string& reference, const std::string& path) {
  const auto [entry, is_new] = lines_.try_emplace({reference, path});
  if (is_new) {
    const auto result = api_.file(project_, reference, path, max_file_bytes);
    if (const auto* text = std::get_if<std::string>(&result); text != nullptr && !is_pointer(*text)) {
      const auto ends = static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n'));
      entry->second = ends + (text->empty() || text->ends_with('\n') ? 0 : 1);
    }
  }
  return entry->second;
}

GitLabApi::Result<std::set<std::string, std::less<>>> ProjectFiles::list(const std::string& reference,
                                                                         std::string_view folder) {
  auto result = api_.tree(project_, reference, folder, true, pages_for_list);
  if (auto* error = std::get_if<ApiError>(&result)) {
    return std::move(*error);
  }
  const auto& listing = std::get<TreeListing>(result);
  if (!listing.is_complete) {
    return too_large();
  }
  const std::string beginning = folder.empty() ? "" : std::string(folder) + "/";
  std::set<std::string, std::less<>> paths;
  for (const std::string& file : listing.files) {
    if (file.starts_with(beginning)) {
      paths.insert(file.substr(beginning.size()));
    }
  }
  return paths;
}

}  // namespace macrolint
