#include "report/code_owners.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "disk/paths.h"
#include "source/characters.h"
#include "source/trimmed.h"

namespace macrolint {

namespace {

/// GitLab's own limits are lower.
constexpr std::uint64_t longest_file = std::uint64_t{1} << 20;
constexpr std::size_t most_entries = 5000;

/// The words of a line; a space behind a backslash belongs to its word.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool is_space = line[at] == ' ' || line[at] == '\t';
    if (!is_space && !in_word) {
      words.emplace_back();
    }
    in_word = !is_space;
    if (in_word) {
      words.back() += line[at];
    }
    if (line[at] == '\\' && at + 1 < line.size()) {
      words.back() += line[++at];
    }
  }
  return words;
}

bool is_owner(std::string_view word) { return word.find('@') != std::string_view::npos; }

std::vector<std::string> owners_in(const std::vector<std::string>& words, std::size_t first) {
  std::vector<std::string> owners;
  for (std::size_t at = first; at < words.size() && !words[at].starts_with('#'); ++at) {
    if (is_owner(words[at])) {
      owners.push_back(words[at]);
    }
  }
  return owners;
}

/// A pattern as GitLab reads it, in the syntax of `Glob`: one that does not begin with a slash matches in any folder,
/// one that ends with a slash everything below. Braces and commas mean themselves.
std::string glob_of(std::string_view pattern) {
  std::string glob = pattern.starts_with('/') ? "" : "**/";
  pattern.remove_prefix(pattern.starts_with('/') ? 1 : 0);
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) {
      glob += '\\';
      glob += pattern[++at];
      continue;
    }
    if (pattern[at] == '{' || pattern[at] == '}' || pattern[at] == ',') {
      glob += '\\';
    }
    glob += pattern[at];
  }
  return glob + (pattern.ends_with('/') || pattern.empty() ? "**" : "");
}

}  // namespace

CodeOwners::CodeOwners(std::string_view text) {
  Section* section = &section_named("");
  std::size_t entries = 0;
  while (!text.empty() && entries < most_entries) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) {
      continue;
    }
    ++entries;
    if (line.starts_with('[') || line.starts_with("^[")) {
      read_heading(line, section);
    } else {
      read_entry(line, *section);
    }
  }
}

CodeOwners::Section& CodeOwners::section_named(std::string name) {
  const auto found =
      std::find_if(sections_.begin(), sections_.end(), [&](const Section& section) { return section.name == name; });
  if (found != sections_.end()) {
    return *found;
  }
  sections_.push_back({std::move(name), {}, {}});
  return sections_.back();
}

/// `[Name]`, `^[Name]` or `[Name][2]`, perhaps with owners behind it.
void CodeOwners::read_heading(std::string_view line, Section*& section) {
  const std::size_t open = line.find('[');
  const std::size_t close = line.find(']', open);
  if (close == std::string_view::npos) {
    read_entry(line, *section);
    return;
  }
  section = &section_named(lower_case(trimmed(line.substr(open + 1, close - open - 1))));
  std::string_view rest = line.substr(close + 1);
  if (const std::size_t end = rest.find(']'); rest.starts_with('[') && end != std::string_view::npos) {
    rest.remove_prefix(end + 1);
  }
  section->default_owners = owners_in(words_of(rest), 0);
}

void CodeOwners::read_entry(std::string_view line, Section& section) {
  const bool excludes = line.starts_with('!');
  line.remove_prefix(excludes ? 1 : 0);
  const std::vector<std::string> words = words_of(line);
  if (words.empty()) {
    return;
  }
  auto pattern = Glob::compile(glob_of(words.front()));
  if (auto* compiled = std::get_if<Glob>(&pattern)) {
    std::vector<std::string> owners = owners_in(words, 1);
    section.entries.push_back(
        {std::move(*compiled), owners.empty() ? section.default_owners : std::move(owners), excludes});
  }
}

std::vector<std::string> CodeOwners::owners_of(std::string_view path) const {
  std::vector<std::string> owners;
  for (const Section& section : sections_) {
    const Entry* last = nullptr;
    bool excluded = false;
    for (const Entry& entry : section.entries) {
      if (!excluded && entry.pattern.matches(path)) {
        last = &entry;
        // Nothing behind an exclusion brings the file back.
        excluded = entry.excludes;
      }
    }
    for (const std::string& owner : last == nullptr || excluded ? std::vector<std::string>() : last->owners) {
      if (std::find(owners.begin(), owners.end(), owner) == owners.end()) {
        owners.push_back(owner);
      }
    }
  }
  return owners;
}

Owners::Owners(const Configuration& configuration, const ReadableDisk& disk) {
  for (const Instance& instance : configuration.instances) {
    for (const auto* repository : {&instance.sync, &instance.managed}) {
      if (repository->has_value() && (*repository)->has_folder()) {
        find((*repository)->folder.path, disk);
      }
    }
  }
  for (const DocumentSet& documents : configuration.documents) {
    find(documents.folder.path, disk);
  }
}

void Owners::find(const std::string& folder, const ReadableDisk& disk) {
  // What lies outside of the configuration's folder is looked at in the configured folder alone.
  const bool is_inside = !folder.starts_with('/') && !folder.starts_with("..");
  for (std::string root = folder;;) {
    const auto known = std::find_if(repositories_.begin(), repositories_.end(),
                                    [&](const Repository& repository) { return repository.root == root; });
    if (known != repositories_.end()) {
      by_folder_[folder] = static_cast<std::size_t>(known - repositories_.begin());
      return;
    }
    for (const char* name : {"CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"}) {
      const FileText text = disk.read(joined(root, name), longest_file);
      if (const Text* found = std::get_if<Text>(&text)) {
        by_folder_[folder] = repositories_.size();
        repositories_.push_back({root, CodeOwners(*found)});
        return;
      }
    }
    if (!is_inside || root == ".") {
      return;
    }
    const std::size_t slash = root.rfind('/');
    root = slash == std::string::npos ? "." : root.substr(0, slash);
  }
}

std::vector<std::string> Owners::of(std::string_view path, std::string_view folder) const {
  const auto found = by_folder_.find(folder);
  if (found == by_folder_.end()) {
    return {};
  }
  const Repository& repository = repositories_[found->second];
  return repository.owners.owners_of(path_below(repository.root, path));
}

}  // namespace macrolint
