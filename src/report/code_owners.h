#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"
#include "configuration/glob.h"
#include "disk/disk.h"

namespace macrolint {

/// A file `CODEOWNERS` in GitLab's syntax (https://docs.gitlab.com/user/project/codeowners/reference/).
class CodeOwners {
 public:
  /// What cannot be read as an entry is passed over, as GitLab does.
  explicit CodeOwners(std::string_view text);

  /// Who owns a file, by its path below the repository's root: of each section the owners of the last entry that
  /// matches, in order of the sections, each once.
  [[nodiscard]] std::vector<std::string> owners_of(std::string_view path) const;

 private:
  struct Entry {
    Glob pattern;
    std::vector<std::string> owners;
    /// `!pattern`: the section says nothing about these files.
    bool excludes = false;
  };
  struct Section {
    std::string name;
    std::vector<std::string> default_owners;
    std::vector<Entry> entries;
  };

  Section& section_named(std::string name);
  void read_heading(std::string_view line, Section*& section);
  static void read_entry(std::string_view line, Section& section);

  std::vector<Section> sections_;
};

/// The owners of everything that a configuration names. For each of its folders, the first `CODEOWNERS`,
/// `docs/CODEOWNERS` or `.gitlab/CODEOWNERS` counts, looked for in the folder and in those above it, up to the one with
/// the configuration: where it is found is the root of the repository.
class Owners {
 public:
  Owners(const Configuration& configuration, const ReadableDisk& disk);

  /// `folder` is the configured folder that the file lies in.
  [[nodiscard]] std::vector<std::string> of(std::string_view path, std::string_view folder) const;

 private:
  struct Repository {
    std::string root;
    CodeOwners owners;
  };
  void find(const std::string& folder, const ReadableDisk& disk);

  std::vector<Repository> repositories_;
  /// Configured folder -> index of its repository.
  std::map<std::string, std::size_t, std::less<>> by_folder_;
};

}  // namespace macrolint
