#include "gitlab/gitlab_link.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "link/repository_url.h"
#include "link/url.h"
#include "source/characters.h"
#include "source/source.h"

namespace macrolint {

namespace {

/// Where the first part of a path is one of these, no project is meant.
constexpr std::array<std::string_view, 11> reserved = {"-",    "groups", "users",  "api",    "explore", "dashboard",
                                                       "help", "admin",  "search", "public", "snippets"};

/// A project's path and what follows it, which tells what the address is of.
struct ProjectAddress {
  std::string_view project;
  std::string_view rest;
};

bool is_path_character(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' || byte == '-' || byte == '.' || byte == '/';
}

bool is_project(std::string_view path) {
  const std::size_t slash = path.find('/');
  const bool has_group = slash != std::string_view::npos && slash > 0 && slash + 1 < path.size();
  return has_group && path.find("//") == std::string_view::npos &&
         std::all_of(path.begin(), path.end(), is_path_character) &&
         std::find(reserved.begin(), reserved.end(), path.substr(0, slash)) == reserved.end();
}

/// Older addresses have no `-/` behind the project.
std::optional<ProjectAddress> cut(std::string_view path) {
  constexpr std::string_view mark = "/-/";
  if (const std::size_t at = path.find(mark); at != std::string_view::npos) {
    return ProjectAddress{path.substr(0, at), path.substr(at + mark.size())};
  }
  for (const std::string_view kind : {"/blob/", "/tree/", "/raw/", "/issues/", "/merge_requests/"}) {
    if (const std::size_t at = path.find(kind); at != std::string_view::npos) {
      return ProjectAddress{path.substr(0, at), path.substr(at + 1)};
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> number_at_beginning(std::string_view& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number == 0) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// The number behind the word, if what follows it is one of these.
std::uint64_t number_behind(std::string_view rest, std::string_view word,
                            std::initializer_list<std::string_view> tabs) {
  if (!rest.starts_with(word)) {
    return 0;
  }
  rest.remove_prefix(word.size());
  const auto number = number_at_beginning(rest);
  const std::string_view tab = rest.substr(0, rest.find_last_not_of('/') + 1);
  return number.has_value() && std::find(tabs.begin(), tabs.end(), tab) != tabs.end() ? *number : 0;
}

bool is_text(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos &&
         std::none_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20; });
}

std::string_view without_slashes_at_ends(std::string_view text) {
  while (text.ends_with('/')) {
    text.remove_suffix(1);
  }
  while (text.starts_with('/')) {
    text.remove_prefix(1);
  }
  return text;
}

/// The path below GitLab's own address; nothing if it is another one.
std::optional<std::string> path_below(const net::WebUrl& gitlab, const net::WebUrl& url) {
  const std::string base(gitlab.path.substr(0, gitlab.path.find_last_not_of('/') + 1));
  const std::string path = url.path.substr(0, url.path.find('?'));
  const bool is_below = url.is_secure == gitlab.is_secure && url.host == gitlab.host && url.port == gitlab.port &&
                        path.starts_with(base + "/");
  std::string decoded = is_below ? resolved_path("/", percent_decoded(path.substr(base.size()))) : "";
  return is_below && is_text(decoded) ? std::optional(decoded.substr(1)) : std::nullopt;
}

}  // namespace

std::optional<GitLabLink> read_gitlab_link(const net::WebUrl& gitlab, std::string_view link) {
  const auto url = net::parse_web_url(link);
  const auto path = url.has_value() ? path_below(gitlab, *url) : std::nullopt;
  const auto address = path.has_value() ? cut(*path) : std::nullopt;
  if (!address.has_value() || !is_project(address->project)) {
    return std::nullopt;
  }
  GitLabLink result;
  result.project = address->project;
  for (const std::string_view kind : {"blob/", "tree/", "raw/"}) {
    if (address->rest.starts_with(kind)) {
      result.reference_and_path = without_slashes_at_ends(address->rest.substr(kind.size()));
      return result.reference_and_path.empty() ? std::nullopt : std::optional(std::move(result));
    }
  }
  if ((result.number = number_behind(address->rest, "issues/", {""})) != 0) {
    result.kind = GitLabLink::Kind::issue;
  } else {
    result.kind = GitLabLink::Kind::merge_request;
    result.number =
        number_behind(address->rest, "merge_requests/", {"", "/diffs", "/commits", "/pipelines", "/reports"});
  }
  return result.number == 0 ? std::nullopt : std::optional(std::move(result));
}

std::optional<std::size_t> last_line_of(std::string_view fragment) {
  if (!fragment.starts_with('L')) {
    return std::nullopt;
  }
  fragment.remove_prefix(1);
  auto last = number_at_beginning(fragment);
  if (last.has_value() && fragment.starts_with('-')) {
    fragment.remove_prefix(fragment.starts_with("-L") ? 2 : 1);
    const auto end = number_at_beginning(fragment);
    last = end.has_value() ? std::optional(std::max(*last, *end)) : std::nullopt;
  }
  return fragment.empty() && last.has_value() ? std::optional(static_cast<std::size_t>(*last)) : std::nullopt;
}

std::string link_to_path(std::string_view link, std::string_view reference, std::string_view path) {
  const auto parts = split_repository_url(link);
  if (!parts.has_value()) {
    return {};
  }
  const auto slashes = std::count(reference.begin(), reference.end(), '/');
  std::size_t end = parts->reference_and_path.find('/');
  for (std::ptrdiff_t index = 0; index < slashes && end != std::string_view::npos; ++index) {
    end = parts->reference_and_path.find('/', end + 1);
  }
  const std::string_view written = parts->reference_and_path.substr(0, end);
  if (percent_decoded(written) != reference) {
    return {};
  }
  const std::string_view kind = parts->kind == "raw" ? "raw" : "blob";
  std::string address = std::string(parts->base) + std::string(kind) + "/" + std::string(written) + "/";
  address += percent_encoded(path);
  return parts->query.empty() ? address : address + "?" + std::string(parts->query);
}

std::string project_key(std::string_view project) { return lower_case(project); }

}  // namespace macrolint
