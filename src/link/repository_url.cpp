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

bool names_commit(const RepositoryUrl& url) {
  const std::string_view reference =
      std::string_view(url.reference_and_path).substr(0, url.reference_and_path.find('/'));
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

}  // namespace macrolint
