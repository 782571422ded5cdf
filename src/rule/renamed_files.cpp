#include "rule/renamed_files.h"

#include <string_view>

#include "disk/paths.h"
#include "index/title_key.h"

namespace macrolint {

namespace {

/// The path of a repository's folder; null if the instance has no such repository.
const std::string* folder_of(const Project& project, std::size_t instance, bool managed) {
  const Instance& configured = project.configuration.instances[instance];
  const auto& repository = managed ? configured.managed : configured.sync;
  return repository.has_value() && repository->has_folder() ? &repository->folder.path : nullptr;
}

/// The title that a macro has whose file is at this path: `active/General/X.yaml` is `General::X`.
std::string title_of_path(std::string_view path) {
  const std::string_view stem = without_macro_extension(path);
  const std::size_t state = stem.find('/');
  std::string title;
  for (const char byte : state == std::string_view::npos ? std::string_view() : stem.substr(state + 1)) {
    title += byte == '/' ? "::" : std::string(1, byte);
  }
  return title;
}

}  // namespace

bool has_unknown_title(const Reference& reference) {
  return reference.asserted && reference.by_title.kind == TitleMatch::Kind::none && !reference.title.empty();
}

RenamedFiles::RenamedFiles(const Project& project) {
  const auto& renames = project.history.renames;
  for (std::size_t instance = 0; instance < project.configuration.instances.size(); ++instance) {
    const std::string* folder = folder_of(project, instance, false);
    for (auto rename = folder == nullptr ? renames.end() : renames.lower_bound(joined(*folder, ""));
         rename != renames.end() && is_below(rename->first, *folder); ++rename) {
      const Macro* macro = project.macro_index.find_path(instance, path_below(*folder, rename->second));
      std::string key = title_key(title_of_path(path_below(*folder, rename->first)));
      if (macro == nullptr || !macro->is_usable() || key.empty()) {
        continue;
      }
      for (std::string& suffix : title_suffix_keys(key)) {
        add(std::move(suffix), *macro, by_suffix_);
      }
      add(std::move(key), *macro, by_title_);
    }
  }
}

void RenamedFiles::add(std::string key, const Macro& macro, Macros& macros) {
  const auto [known, is_new] = macros.emplace(std::move(key), &macro);
  known->second = is_new || known->second == &macro ? &macro : nullptr;
}

const Macro* RenamedFiles::find(const Reference& reference) const {
  if (by_title_.empty() || !has_unknown_title(reference)) {
    return nullptr;
  }
  // Several macros of today may end in it: then it is one of them that is meant.
  const bool may_be_end = reference.by_title.candidates == nullptr;
  const std::string key = title_key(reference.title);
  if (const auto found = by_title_.find(key); found != by_title_.end()) {
    return found->second;
  }
  const auto found = may_be_end ? by_suffix_.find(key) : by_suffix_.end();
  return found == by_suffix_.end() ? nullptr : found->second;
}

std::optional<RepositoryFile> moved_in_history(const Project& project, const LinkTarget& target) {
  const std::string* folder = folder_of(project, target.instance, target.managed);
  if (folder == nullptr || project.history.renames.empty()) {
    return std::nullopt;
  }
  const auto rename = project.history.renames.find(joined(*folder, target.path));
  if (rename == project.history.renames.end() || !is_below(rename->second, *folder)) {
    return std::nullopt;
  }
  RepositoryFile file{target.instance, target.managed, std::string(path_below(*folder, rename->second))};
  const bool is_there = project.macro_index.files(file.instance, file.managed).contains(file.path);
  return is_there ? std::optional(std::move(file)) : std::nullopt;
}

}  // namespace macrolint
