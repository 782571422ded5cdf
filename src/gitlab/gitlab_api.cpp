#include "gitlab/gitlab_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "source/characters.h"

namespace macrolint {

namespace {

using nlohmann::json;

/// More branches and tags of one beginning are made by machines; what they are named is not needed to the last one.
constexpr std::size_t max_pages_of_names = 5;
/// GitLab gives no more items on a page.
constexpr std::size_t page_size = 100;
/// No file of a system on which people work has a longer path.
constexpr std::size_t longest_path = 4096;
/// From this access level on (Reporter), confidential issues are seen.
constexpr int level_for_all_issues = 20;

std::string text_at(const json& item, const char* key) {
  const auto found = item.is_object() ? item.find(key) : item.end();
  return found != item.end() && found->is_string() ? found->get<std::string>() : "";
}

/// The visitor's level in the project or its group; 0 for somebody who is no member.
int access_level(const json& project) {
  int level = 0;
  const auto permissions = project.is_object() ? project.find("permissions") : project.end();
  if (permissions != project.end() && permissions->is_object()) {
    for (const json& access : *permissions) {
      if (access.is_object() && access.contains("access_level") && access["access_level"].is_number_integer()) {
        level = std::max(level, access["access_level"].get<int>());
      }
    }
  }
  return level;
}

std::string project_target(std::string_view project) { return "/projects/" + url_part(project); }

ApiError no_list(std::string_view target) {
  return {ApiError::Kind::not_json, 0, fmt::format("`{}` answers with something that is no list.", target)};
}

}  // namespace

std::string url_part(std::string_view text) {
  constexpr std::string_view plain = "-._~";
  std::string result;
  for (const char byte : text) {
    if (is_letter(byte) || is_digit(byte) || plain.find(byte) != std::string_view::npos) {
      result += byte;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return result;
}

std::string next_page(std::string_view link_header) {
  while (!link_header.empty()) {
    const std::size_t open = link_header.find('<');
    const std::size_t close = link_header.find('>', std::min(open, link_header.size()));
    if (close == std::string_view::npos) {
      break;
    }
    const std::string_view address = link_header.substr(open + 1, close - open - 1);
    link_header.remove_prefix(close + 1);
    const std::string_view parameters = link_header.substr(0, link_header.find(','));
    if (parameters.find("rel=\"next\"") != std::string_view::npos || parameters.ends_with("rel=next")) {
      return std::string(address);
    }
  }
  return {};
}

ApiResult GitLabApi::get(const std::string& target) {
  return given_up_.has_value() ? ApiResult(*given_up_) : noted(client_.get(target));
}

ApiResult GitLabApi::noted(ApiResult result) {
  const auto* error = std::get_if<ApiError>(&result);
  has_answered_ = has_answered_ || error == nullptr || error->status != 0;
  if (error != nullptr && concerns_all(error->kind)) {
    given_up_ = *error;
  }
  return result;
}

bool GitLabApi::concerns_all(ApiError::Kind kind) const {
  using Kind = ApiError::Kind;
  switch (kind) {
    case Kind::unauthorized:
      return has_token();
    case Kind::rate_limited:
    case Kind::timeout:
    case Kind::network:
    case Kind::out_of_time:
    case Kind::interrupted:
      return true;
    default:
      return false;
  }
}

GitLabApi::Result<std::vector<json>> GitLabApi::list(const std::string& target, std::size_t max_pages,
                                                     bool* is_complete) {
  std::vector<json> items;
  std::string next = target;
  for (std::size_t page = 0; !next.empty(); ++page) {
    if (page == max_pages) {
      break;
    }
    ApiResult result = get(next);
    if (auto* error = std::get_if<ApiError>(&result)) {
      return std::move(*error);
    }
    auto& answer = std::get<ApiAnswer>(result);
    if (!answer.body.is_array()) {
      return no_list(next);
    }
    // No more than was asked for: whoever answers may mean ill.
    const auto count = static_cast<std::ptrdiff_t>(std::min(answer.body.size(), page_size));
    std::move(answer.body.begin(), answer.body.begin() + count, std::back_inserter(items));
    next = next_page(answer.header("link"));
  }
  if (is_complete != nullptr) {
    *is_complete = next.empty();
  }
  return items;
}

GitLabApi::Result<ProjectAccess> GitLabApi::project(std::string_view project) {
  ApiResult result = get(project_target(project));
  if (auto* error = std::get_if<ApiError>(&result)) {
    return std::move(*error);
  }
  const json& body = std::get<ApiAnswer>(result).body;
  const int level = access_level(body);
  // To visitors who are not signed in, GitLab does not say who may see what; then its answers do.
  const auto is_open = [&](const char* feature) {
    const std::string visibility = text_at(body, feature);
    return visibility.empty() || visibility == "enabled" || visibility == "public" ||
           (visibility == "private" && level > 0);
  };
  return ProjectAccess{is_open("repository_access_level"), is_open("merge_requests_access_level"),
                       is_open("issues_access_level") && level >= level_for_all_issues};
}

GitLabApi::Result<TreeListing> GitLabApi::tree(std::string_view project, std::string_view reference,
                                               std::string_view folder, bool is_recursive, std::size_t max_pages) {
  std::string target =
      project_target(project) + "/repository/tree?pagination=keyset&per_page=100&ref=" + url_part(reference);
  target += folder.empty() ? "" : "&path=" + url_part(folder);
  target += is_recursive ? "&recursive=true" : "";
  TreeListing listing;
  auto items = list(target, max_pages, &listing.is_complete);
  if (auto* error = std::get_if<ApiError>(&items)) {
    return std::move(*error);
  }
  for (const json& item : std::get<std::vector<json>>(items)) {
    const bool is_file = text_at(item, "type") == "blob";
    std::string path = text_at(item, "path");
    if (!path.empty() && path.size() <= longest_path) {
      (is_file ? listing.files : listing.folders).insert(std::move(path));
    }
  }
  return listing;
}

GitLabApi::Result<std::set<std::string>> GitLabApi::names_beginning_with(std::string_view project,
                                                                         std::string_view beginning) {
  std::set<std::string> names;
  for (const char* kind : {"branches", "tags"}) {
    const std::string target =
        fmt::format("{}/repository/{}?per_page=100&search=%5E{}", project_target(project), kind, url_part(beginning));
    bool is_complete = true;
    auto items = list(target, max_pages_of_names, &is_complete);
    if (auto* error = std::get_if<ApiError>(&items)) {
      return std::move(*error);
    }
    if (!is_complete) {
      return ApiError{ApiError::Kind::too_large, 0,
                      fmt::format("The project has more {} that begin with `{}` than are read.", kind, beginning)};
    }
    for (const json& item : std::get<std::vector<json>>(items)) {
      names.insert(text_at(item, "name"));
    }
  }
  return names;
}

GitLabApi::Result<std::string> GitLabApi::file(std::string_view project, std::string_view reference,
                                               std::string_view path, std::size_t max_bytes) {
  if (given_up_.has_value()) {
    return *given_up_;
  }
  ApiResult result = noted(client_.get_text(
      fmt::format("{}/repository/files/{}/raw?ref={}", project_target(project), url_part(path), url_part(reference)),
      max_bytes));
  if (auto* error = std::get_if<ApiError>(&result)) {
    return std::move(*error);
  }
  return std::get<ApiAnswer>(result).body.get<std::string>();
}

GitLabApi::Result<std::set<std::uint64_t>> GitLabApi::numbers(std::string_view project, std::string_view kind,
                                                              const std::vector<std::uint64_t>& wanted) {
  std::set<std::uint64_t> present;
  for (std::size_t begin = 0; begin < wanted.size(); begin += page_size) {
    std::string target = fmt::format("{}/{}?per_page=100", project_target(project), kind);
    for (std::size_t at = begin; at < std::min(begin + page_size, wanted.size()); ++at) {
      target += fmt::format("&iids%5B%5D={}", wanted[at]);
    }
    auto items = list(target, 2);
    if (auto* error = std::get_if<ApiError>(&items)) {
      return std::move(*error);
    }
    for (const json& item : std::get<std::vector<json>>(items)) {
      if (item.is_object() && item.contains("iid") && item["iid"].is_number_unsigned()) {
        present.insert(item["iid"].get<std::uint64_t>());
      }
    }
  }
  return present;
}

}  // namespace macrolint
