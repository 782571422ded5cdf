#include "index/moved_file.h"

#include <string>
#include <string_view>

#include "macro/title_path.h"

namespace macrolint {

namespace {

using Cause = MovedFile::Cause;

bool is_folder(const std::set<std::string, std::less<>>& files, const std::string& path) {
  const auto below = files.lower_bound(path + "/");
  return below != files.end() && below->starts_with(path + "/");
}

/// The same path with an extension that files of the repository have; empty if there is no such file.
std::string with_extension_of(const MacroIndex& index, std::size_t instance, bool managed, std::string_view stem) {
  const auto& files = index.files(instance, managed);
  for (const std::string_view extension : {".yaml", ".yml", ".md"}) {
    std::string path = std::string(stem) + std::string(extension);
    if (!stem.empty() && files.contains(path)) {
      return path;
    }
  }
  return {};
}

/// Only what the link names exactly is certain; a commit or branch of its own may still have the file.
bool names_usual_branch(const LinkTarget& target) { return target.reference == target.address->reference; }

std::optional<MovedFile> find_in_same_repository(const MacroIndex& index, const LinkTarget& target) {
  const auto& files = index.files(target.instance, target.managed);
  const auto moved = [&](Cause cause, std::string path) {
    return MovedFile{cause, {target.instance, target.managed, std::move(path)}, names_usual_branch(target)};
  };
  std::string other = in_other_state(target.path);
  if (!other.empty() && (files.contains(other) || is_folder(files, other))) {
    return moved(Cause::state, std::move(other));
  }
  const std::string_view stem = without_macro_extension(target.path);
  if (std::string path = with_extension_of(index, target.instance, target.managed, stem); !path.empty()) {
    return moved(Cause::extension, std::move(path));
  }
  other = in_other_state(stem);
  if (std::string path = with_extension_of(index, target.instance, target.managed, other); !path.empty()) {
    return moved(Cause::state, std::move(path));
  }
  return std::nullopt;
}

/// A macro that keeps its wording in its own file needs no other; one that should have a file of managed content and
/// has none is another matter.
std::optional<MovedFile> find_in_other_repository(const MacroIndex& index, const LinkTarget& target) {
  if (target.managed && index.origin(target.instance, false) == FileList::Origin::forge) {
    // Nobody knows what is in the macro's file, but its wording is nowhere else.
    std::string same = with_extension_of(index, target.instance, false, without_macro_extension(target.path));
    return same.empty() ? std::nullopt
                        : std::optional(MovedFile{Cause::repository, {target.instance, false, std::move(same)}, false});
  }
  if (!target.managed || target.macro == nullptr || !target.macro->is_usable() ||
      target.macro->contains_managed_content) {
    return std::nullopt;
  }
  std::string path = with_extension_of(index, target.instance, false, target.macro->path_key);
  if (path.empty()) {
    return std::nullopt;
  }
  return MovedFile{Cause::repository, {target.instance, false, std::move(path)}, names_usual_branch(target)};
}

/// The only file of that name. Names such as `Intro` are given anew, so that only the label makes it certain.
std::optional<MovedFile> find_in_other_folder(const MacroIndex& index, const LinkTarget& target, const Macro* named) {
  const std::string name(file_name_of(target.path));
  if (name.empty()) {
    return std::nullopt;
  }
  const auto paths = index.files_named(target.instance, target.managed, name);
  if (paths.size() != 1) {
    return std::nullopt;
  }
  const bool is_named = named != nullptr && named->instance == target.instance &&
                        without_macro_extension(paths.front()) == named->path_key;
  if (named != nullptr && !is_named) {
    return std::nullopt;
  }
  return MovedFile{Cause::folder,
                   {target.instance, target.managed, std::string(paths.front())},
                   is_named && names_usual_branch(target)};
}

}  // namespace

std::optional<MovedFile> find_moved_file(const MacroIndex& index, const LinkTarget& target, const Macro* named) {
  if (target.kind == LinkTarget::Kind::none || target.kind == LinkTarget::Kind::unlisted) {
    return std::nullopt;
  }
  if (target.kind != LinkTarget::Kind::missing) {
    return target.former
               ? std::optional(MovedFile{
                     Cause::address, {target.instance, target.managed, target.path}, names_usual_branch(target)})
               : std::nullopt;
  }
  if (auto found = find_in_same_repository(index, target)) {
    return found;
  }
  if (auto found = find_in_other_repository(index, target)) {
    return found;
  }
  return find_in_other_folder(index, target, named);
}

}  // namespace macrolint
