#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "configuration/configuration.h"
#include "macro/macro.h"

namespace macrolint {

/// What a title says when it is looked up.
struct TitleMatch {
  enum class Kind : std::uint8_t {
    none,     ///< no macro has it
    exact,    ///< a macro's title to the letter
    inexact,  ///< the same but for case, spacing or punctuation
    partial,  ///< the last part or parts of exactly one macro's title
  };

  Kind kind = Kind::none;
  /// The macro, an active one if there is a choice; null for `none`.
  const Macro* macro = nullptr;
};

/// What a link says when it is looked up among the addresses of the macro repositories.
struct LinkTarget {
  enum class Kind : std::uint8_t {
    none,     ///< not a link to what a configured macro repository holds
    folder,   ///< a folder that exists
    file,     ///< a sync file or managed content file that exists
    missing,  ///< nothing there
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
};

/// The files of one instance's repositories, by paths below their folders. What links are checked against.
struct RepositoryFiles {
  std::set<std::string, std::less<>> sync;
  std::set<std::string, std::less<>> managed;
};

/// Finds macros by title, by the path in a link and by id. Pointers are into the project's macros.
class MacroIndex {
 public:
  /// `files` has one entry per instance.
  void build(const Configuration& configuration, const std::deque<Macro>& macros, std::vector<RepositoryFiles> files);

  [[nodiscard]] TitleMatch find_title(std::string_view title) const;
  [[nodiscard]] LinkTarget find_link(std::string_view url) const;
  [[nodiscard]] const Macro* find_id(std::uint64_t id) const;
  /// All macros of one instance with this exact title, in order of path.
  [[nodiscard]] std::vector<const Macro*> with_title(std::size_t instance, std::string_view title) const;
  /// The macro whose `previous_title` this is, if exactly one has it and now another title.
  [[nodiscard]] const Macro* find_previous_title(std::string_view title) const;
  /// The macro whose title is nearest to a misspelt one, or null if none is near.
  [[nodiscard]] const Macro* nearest_title(std::string_view title) const;
  /// The path of the file nearest to a missing one, below the same repository's folder; empty if none is near.
  [[nodiscard]] std::string nearest_path(const LinkTarget& missing) const;
  /// Whether the menu has a folder of this name at its top: the title of some macro begins with it and `::`.
  [[nodiscard]] bool has_folder(std::string_view folder) const;
  /// Whether any macro was read at all; without one, nothing can be said about titles.
  [[nodiscard]] bool has_macros() const { return !by_title_.empty(); }

 private:
  /// One configured address of a repository.
  struct Address {
    std::size_t instance = 0;
    bool managed = false;
    bool former = false;
    std::string project;
    /// Below the project, with a `/` at the end, or empty.
    std::string folder;
  };
  using Titles = std::unordered_map<std::string, std::vector<const Macro*>>;

  void add_addresses(const MacroRepository& repository, std::size_t instance, bool managed);
  [[nodiscard]] LinkTarget look_up(const Address& address, std::string path) const;

  std::vector<Address> addresses_;
  std::vector<RepositoryFiles> files_;
  Titles by_title_;
  Titles by_key_;
  Titles by_suffix_key_;
  Titles by_previous_title_;
  std::unordered_map<std::uint64_t, const Macro*> by_id_;
  /// By instance and path key.
  std::map<std::pair<std::size_t, std::string>, const Macro*> by_path_;
  std::vector<std::string_view> titles_;
};

}  // namespace macrolint
