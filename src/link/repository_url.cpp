#include "link/repository_url.h"

#include <algorithm>

#include "link/url.h"
#include "link/web_address.h"
#include "source/characters.h"
#include "source/source.h"

namespace macrolint {

namespace {

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20; }

/// The path percent-decoded; as it is written if that makes no text, as with another encoding.
std::string readable(const std::string& path) {
  std::string decoded = percent_decoded(path);
  const bool is_text =
      find_invalid_utf8(decoded) == std::string_view::npos && std::none_of(decoded.begin(), decoded.end(), is_control);
  return is_text ? decoded : path;
}

/// As long as a commit's hash is at least abbreviated in addresses, and no word of hexadecimal digits is.
constexpr std::size_t min_hash_length = 12;

}  // namespace

bool names_commit(std::string_view reference) {
  return reference.size() >= min_hash_length &&
         reference.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<RepositoryUrl> parse_repository_url(std::string_view text) {
  const std::optional<WebAddress> address = read_web_address(text);
  if (!address.has_value()) {
    return std::nullopt;
  }
  const std::string path = readable(resolved_path("/", address->path));
  for (const std::string_view kind : {"/-/blob/", "/-/tree/", "/-/raw/", "/blob/", "/tree/", "/raw/"}) {
    const std::size_t at = path.find(kind);
    if (at == std::string::npos) {
      continue;
    }
    std::string project = address->host + path.substr(0, at);
    std::transform(project.begin(), project.end(), project.begin(), to_lower_ascii);
    return RepositoryUrl{std::move(project), path.substr(at + kind.size())};
  }
  return std::nullopt;
}

std::optional<RepositoryUrlParts> split_repository_url(std::string_view url) {
  const Url parts = split_url(url);
  if (!parts.has_authority) {
    return std::nullopt;
  }
  const auto path_at = static_cast<std::size_t>(parts.path.data() - url.data());
  for (const std::string_view kind : {"/-/blob/", "/-/tree/", "/-/raw/", "/blob/", "/tree/", "/raw/"}) {
    const std::size_t at = parts.path.find(kind);
    if (at == std::string_view::npos) {
      continue;
    }
    const std::string_view word = kind.starts_with("/-/") ? kind.substr(3) : kind.substr(1);
    RepositoryUrlParts result;
    result.base = url.substr(0, path_at + at + kind.size() - word.size());
    result.kind = word.substr(0, word.size() - 1);
    result.reference_and_path = parts.path.substr(at + kind.size());
    while (result.reference_and_path.ends_with('/')) {
      result.reference_and_path.remove_suffix(1);
    }
    result.query = parts.query;
    result.fragment = parts.fragment;
    return result;
  }
  return std::nullopt;
}

}  // namespace macrolint
