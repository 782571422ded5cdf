#include "lint/misplaced_macros.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "macro/read_macro.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// More than anybody forgets, in each repository.
constexpr std::size_t most_files = 100;
/// A macro with the longest comment that Zendesk takes is smaller.
constexpr std::uint64_t max_bytes = 128'000;

using Names = std::set<std::string_view>;

/// The folders right below `active` and `inactive`.
Names menu_folders(const FileList& repository) {
  Names folders;
  for (const std::string_view path : repository.paths) {
    const std::size_t state = path.find('/') + 1;
    if (const std::size_t end = path.find('/', state); end != std::string_view::npos) {
      folders.insert(path.substr(state, end - state));
    }
  }
  return folders;
}

bool may_be_misplaced(std::string_view path, const Names& menu_folders) {
  const std::string_view first = path.substr(0, path.find('/'));
  return first.size() == path.size() || equals_ignoring_case(first, "active") ||
         equals_ignoring_case(first, "inactive") || menu_folders.contains(first);
}

bool is_template(std::string_view path) {
  const std::string name = lower_case(path.substr(path.rfind('/') + 1));
  return name.starts_with('_') || name.find("template") != std::string::npos ||
         name.find("example") != std::string::npos;
}

bool may_hold_macro(std::string_view text) {
  return text.find("title") != std::string_view::npos && text.find("actions") != std::string_view::npos;
}

}  // namespace

std::vector<std::string> paths_of_misplaced_files(const std::vector<std::string>& others, const FileList& repository) {
  std::vector<std::string> paths;
  const Names folders = menu_folders(repository);
  for (const std::string& path : others) {
    if (paths.size() < most_files && may_be_misplaced(path, folders) && !is_template(path)) {
      paths.push_back(path);
    }
  }
  return paths;
}

void read_misplaced_macros(const std::vector<InputFile>& files, const ReadableDisk& disk, Project& project) {
  for (const InputFile& file : files) {
    FileText text = disk.read(file.path, max_bytes);
    if (const auto* found = std::get_if<Text>(&text); found == nullptr || !may_hold_macro(*found)) {
      continue;
    }
    Source& source = project.sources.emplace_back();
    source.path = file.path;
    source.text = std::get<Text>(std::move(text));
    Macro& macro = project.misplaced_macros.emplace_back();
    read_macro(source, file.instance, file.path_key, macro);
    if (!macro.is_usable() || macro.actions.empty()) {
      project.misplaced_macros.pop_back();
      project.sources.pop_back();
    }
  }
}

}  // namespace macrolint
