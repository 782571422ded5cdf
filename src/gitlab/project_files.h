#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gitlab/gitlab_api.h"

namespace macrolint {

/// What became of looking for `REF/PATH`.
struct FoundFile {
  enum class State : std::uint8_t {
    file,
    folder,
    no_file,       ///< the reference has nothing at that path
    no_reference,  ///< the project has no such branch, tag or commit
    unknown,       ///< `error` says why
  };

  State state = State::unknown;
  std::string reference;
  std::string path;
  std::optional<ApiError> error;
};

/// The files of one project, as far as they are asked for. Where few folders are, they are listed, else the whole tree
/// of the reference; each once.
class ProjectFiles {
 public:
  ProjectFiles(GitLabApi& api, std::string project) : api_(api), project_(std::move(project)) {}

  /// Looks for several at once. Where a reference ends is found out as GitLab does it: at the first slash, unless there
  /// is a branch or tag with a longer name.
  [[nodiscard]] std::map<std::string, FoundFile> find(const std::set<std::string>& references_and_paths);

  /// A file that is probably meant by one that is missing.
  struct Nearby {
    std::string path;
    /// It is the only one of that name.
    bool is_moved = false;
  };
  [[nodiscard]] std::optional<Nearby> nearby(const std::string& reference, const std::string& path);

  /// How many lines the file has; nothing if that cannot be found out.
  [[nodiscard]] std::optional<std::size_t> lines(const std::string& reference, const std::string& path);

  /// The files below a folder of a reference, by their paths below it.
  [[nodiscard]] GitLabApi::Result<std::set<std::string, std::less<>>> list(const std::string& reference,
                                                                           std::string_view folder);

  /// What may be seen of the project; an error if nothing of it.
  [[nodiscard]] const GitLabApi::Result<ProjectAccess>& access();
  /// The same error if it is known already; null otherwise.
  [[nodiscard]] const ApiError* known_error() const;

 private:
  /// What is known of a reference.
  struct Tree {
    std::set<std::string, std::less<>> files;
    std::set<std::string, std::less<>> folders;
    /// The folders that were asked for, and those of them that were listed to the end or are not there; that of the
    /// whole is empty.
    std::set<std::string, std::less<>> asked;
    std::set<std::string, std::less<>> known;
    bool was_all_asked = false;
    bool has_all = false;
    /// Any of its folders was there.
    bool is_there = false;
    std::optional<ApiError> error;

    /// Whether it is known if there is such a file.
    [[nodiscard]] bool settles(const std::string& path) const;
  };
  void read(const std::string& reference, const std::set<std::string>& paths);
  void read_all(const std::string& reference, std::size_t max_pages);
  void read_folder(const std::string& reference, const std::string& folder);
  /// Takes a listing in; whether it tells all there is.
  bool take(GitLabApi::Result<TreeListing> listing, Tree& tree);
  [[nodiscard]] std::optional<ApiError> why_unseen();
  [[nodiscard]] FoundFile judge(const std::string& reference, const std::string& path) const;
  [[nodiscard]] static std::optional<Nearby> find_nearby(const Tree& tree, const std::string& path);
  [[nodiscard]] std::optional<std::string> longer_reference(const std::string& reference_and_path);

  GitLabApi& api_;
  std::string project_;
  std::optional<GitLabApi::Result<ProjectAccess>> access_;
  std::map<std::string, Tree> trees_;
  /// By their first part: what branches and tags begin with it and a slash.
  std::map<std::string, std::set<std::string>> names_;
  /// By reference and path.
  std::map<std::pair<std::string, std::string>, std::optional<std::size_t>> lines_;
  std::map<std::pair<std::string, std::string>, std::optional<Nearby>> nearby_;
};

}  // namespace macrolint
