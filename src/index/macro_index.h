#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "configuration/configuration.h"
#include "macro/macro.h"
#include "snapshot/snapshot.h"
#include "source/needle.h"

namespace macrolint {

/// What a title says when it is looked up.
struct TitleMatch {
  enum class Kind : std::uint8_t {
    none,     ///< no macro has it
    exact,    ///< a macro's title to the letter
    renamed,  ///< a title that a macro had before, or the last part or parts of one
    inexact,  ///< the same but for case, spacing or punctuation
    partial,  ///< the last part or parts of exactly one macro's title
  };

  Kind kind = Kind::none;
  /// The macro, an active one if there is a choice; null for `none`.
  const Macro* macro = nullptr;
  /// Every macro that the title says this of; for `none`, those whose titles end in it, if several do. Null if
  /// there are none.
  const std::vector<const Macro*>* candidates = nullptr;

  /// Whether all candidates have one title, so that there is no doubt how to write it.
  [[nodiscard]] bool is_unique() const;
};

/// One configured address of a repository.
struct RepositoryAddress {
  std::size_t instance = 0;
  bool managed = false;
  bool former = false;
  /// As configured.
  std::string url;
  std::string project;
  std::string reference;
  /// Below the project, with a `/` at the end, or empty.
  std::string folder;
};

/// What a link says when it is looked up among the addresses of the macro repositories.
struct LinkTarget {
  enum class Kind : std::uint8_t {
    none,      ///< not a link to what a configured macro repository holds
    folder,    ///< a folder that exists
    file,      ///< a sync file or managed content file that exists
    missing,   ///< nothing there
    unlisted,  ///< in a repository whose files are not known, since it is not checked out
  };

  Kind kind = Kind::none;
  /// By an address that the configuration lists under `former_urls`.
  bool former = false;
  /// Into the managed content repository.
  bool managed = false;
  std::size_t instance = 0;
  /// The macro that the file belongs to; for a missing file, the one with the same path but another extension.
  const Macro* macro = nullptr;
  /// Path below the repository's folder, percent-decoded, with its extension.
  std::string path;
  /// The branch or commit that the link names, percent-decoded.
  std::string reference;
  /// The address that the link begins with; null for `none`.
  const RepositoryAddress* address = nullptr;
};

/// The files of a repository, by paths below its folder. What links are checked against.
struct FileList {
  enum class Origin : std::uint8_t {
    none,   ///< not known at all
    disk,   ///< checked out, so that they were read, too
    forge,  ///< their names alone, as the GitLab that has them tells
  };

  std::set<std::string, std::less<>> paths;
  Origin origin = Origin::none;
  /// Whether the folder holds files that are in neither `active` nor `inactive`.
  bool has_others = false;
};

/// Those of one instance's repositories.
struct RepositoryFiles {
  FileList sync;
  FileList managed;
};

/// Finds macros by title, by the path in a link and by id. Pointers are into the project's macros.
class MacroIndex {
 public:
  /// `files` has one entry per instance.
  void build(const Configuration& configuration, const std::deque<Macro>& macros, std::vector<RepositoryFiles> files);
  /// Adds the host and the numbers that an instance's macros have in Zendesk; their titles there are no titles of the
  /// repository.
  void add_numbers(std::size_t instance, const Snapshot& snapshot);

  /// Takes in what a repository that is not checked out has. What was looked up in it has to be looked up again.
  void set_files(std::size_t instance, bool managed, FileList files);

  [[nodiscard]] TitleMatch find_title(std::string_view title) const;
  [[nodiscard]] LinkTarget find_link(std::string_view url) const;
  /// The macro whose number is in the address of its page in Zendesk, or of a search for it. Where the host tells the
  /// instance, one of that instance.
  [[nodiscard]] const Macro* find_number(std::string_view url) const;
  /// The macro that a file of one of the repositories belongs to, by its path below the repository's folder, or null.
  [[nodiscard]] const Macro* find_path(std::size_t instance, std::string_view path) const;
  /// All macros of one instance with this exact title, in order of path.
  [[nodiscard]] std::vector<const Macro*> with_title(std::size_t instance, std::string_view title) const;
  /// The instance whose Zendesk has this host, such as `example.zendesk.com`, as far as exports and snapshots tell.
  [[nodiscard]] std::optional<std::size_t> instance_of_host(std::string_view host) const;
  /// Where a repository is published today: the first of its `urls`, or null.
  [[nodiscard]] const RepositoryAddress* address_of(std::size_t instance, bool managed) const;
  /// The paths of one of an instance's repositories.
  [[nodiscard]] const std::set<std::string, std::less<>>& files(std::size_t instance, bool managed) const;
  /// Whether files lie beside the folders for active and inactive macros.
  [[nodiscard]] bool has_other_files(std::size_t instance, bool managed) const;
  /// How they are known.
  [[nodiscard]] FileList::Origin origin(std::size_t instance, bool managed) const;
  /// Those of them that have this file name, without folders and extension.
  [[nodiscard]] std::span<const std::string_view> files_named(std::size_t instance, bool managed,
                                                              const std::string& stem) const;
  /// The macro whose title is nearest to a misspelt one, or null if none is near.
  [[nodiscard]] const Macro* nearest_title(std::string_view title) const;
  /// The path of the file nearest to a missing one, below the same repository's folder; empty if none is near.
  [[nodiscard]] std::string nearest_path(const LinkTarget& missing) const;
  /// Whether the menu has a folder of this name at its top: the title of some macro begins with it and `::`.
  [[nodiscard]] bool has_folder(std::string_view folder) const;
  /// Whether any macro was read at all; without one, nothing can be said about titles.
  [[nodiscard]] bool has_macros() const { return !by_title_.empty(); }

 private:
  using Titles = std::unordered_map<std::string, std::vector<const Macro*>>;

  void add_addresses(const MacroRepository& repository, std::size_t instance, bool managed);
  void add_macro(const Macro& macro);
  void add_file_names();
  [[nodiscard]] const FileList& list(std::size_t instance, bool managed) const;
  [[nodiscard]] LinkTarget look_up(const RepositoryAddress& address, std::string path) const;

  /// Whether an address may name one of the configured projects; a quick look.
  [[nodiscard]] bool may_name_project(std::string_view url) const;

  std::vector<RepositoryAddress> addresses_;
  /// The last parts of their projects.
  std::vector<Needle> project_names_;
  std::vector<RepositoryFiles> files_;
  Titles by_title_;
  Titles by_key_;
  Titles by_suffix_key_;
  Titles by_previous_title_;
  Titles by_previous_key_;
  Titles by_previous_suffix_key_;
  /// Nearly always one; two instances may use one number.
  std::unordered_map<std::uint64_t, std::vector<const Macro*>> by_id_;
  /// By instance and path key.
  std::map<std::pair<std::size_t, std::string>, const Macro*> by_path_;
  std::vector<std::string_view> titles_;
  /// By instance, repository (managed or not) and file name. The paths are in `files_`.
  std::map<std::tuple<std::size_t, bool, std::string>, std::vector<std::string_view>> by_file_name_;
  std::map<std::string, std::size_t, std::less<>> by_host_;
};

/// A path without `.yaml`, `.yml` or `.md`; empty if it has none of these.
[[nodiscard]] std::string_view without_macro_extension(std::string_view path);
/// Its last segment without that extension.
[[nodiscard]] std::string_view file_name_of(std::string_view path);

}  // namespace macrolint
