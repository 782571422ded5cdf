#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "web_api/api_client.h"

namespace macrolint {

/// What a folder of a repository has.
struct TreeListing {
  std::set<std::string, std::less<>> files;
  /// Folders, and what other repositories are linked in as.
  std::set<std::string, std::less<>> folders;
  /// False if it has more pages than were wanted.
  bool is_complete = true;
};

/// What the visitor may see of a project.
struct ProjectAccess {
  bool files = false;
  bool merge_requests = false;
  /// Confidential ones, too.
  bool all_issues = false;
};

/// The endpoints of GitLab's REST API (version 4) that are used here, with their pages. A project is `group/project`.
class GitLabApi {
 public:
  template <typename Value>
  using Result = std::variant<Value, ApiError>;

  GitLabApi(ApiService service, ApiOptions options) : client_(std::move(service), std::move(options)) {}

  /// Whether requests carry a token.
  [[nodiscard]] bool has_token() const { return !client_.service().credentials().empty(); }

  /// Whether anything at all was answered so far, be it an error.
  [[nodiscard]] bool has_answered() const { return has_answered_; }
  /// The error after which nothing more is asked, as every answer would be the same; null as long as there is none.
  [[nodiscard]] const ApiError* given_up() const { return given_up_.has_value() ? &*given_up_ : nullptr; }

  /// `GET /projects/:id`.
  [[nodiscard]] Result<ProjectAccess> project(std::string_view project);
  /// `GET /projects/:id/repository/tree`, from page to page; `folder` may be empty for the whole.
  [[nodiscard]] Result<TreeListing> tree(std::string_view project, std::string_view reference, std::string_view folder,
                                         bool is_recursive, std::size_t max_pages);
  /// `GET /projects/:id/repository/branches` and `…/tags`: the names that begin with these characters.
  [[nodiscard]] Result<std::set<std::string>> names_beginning_with(std::string_view project,
                                                                   std::string_view beginning);
  /// `GET /projects/:id/repository/files/:path/raw`.
  [[nodiscard]] Result<std::string> file(std::string_view project, std::string_view reference, std::string_view path,
                                         std::size_t max_bytes);
  /// `GET /projects/:id/issues` or `…/merge_requests`: which of these numbers there are; a hundred at once.
  [[nodiscard]] Result<std::set<std::uint64_t>> numbers(std::string_view project, std::string_view kind,
                                                        const std::vector<std::uint64_t>& wanted);

  /// The items of all pages of a list, from an address with its query.
  [[nodiscard]] Result<std::vector<nlohmann::json>> list(const std::string& target, std::size_t max_pages,
                                                         bool* is_complete = nullptr);

 private:
  [[nodiscard]] ApiResult get(const std::string& target);
  [[nodiscard]] ApiResult noted(ApiResult result);
  [[nodiscard]] bool concerns_all(ApiError::Kind kind) const;

  ApiClient client_;
  std::optional<ApiError> given_up_;
  bool has_answered_ = false;
};

/// A part of a path or query with everything percent-encoded that has a meaning there, slashes too.
[[nodiscard]] std::string url_part(std::string_view text);

/// The address of the next page that a `Link` header names; empty if there is none.
[[nodiscard]] std::string next_page(std::string_view link_header);

}  // namespace macrolint
