#include "link/repository_url.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "source/characters.h"
#include "source/source.h"

namespace macrolint {

namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::optional<std::string> part_of(const Url& url, CURLUPart part, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) {
    return std::nullopt;
  }
  std::string result(text);
  curl_free(text);
  return result;
}

}  // namespace

std::optional<RepositoryUrl> parse_repository_url(std::string_view text) {
  const Url url(curl_url(), &curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_ALLOW_SPACE) != CURLUE_OK) {
    return std::nullopt;
  }
  const auto scheme = part_of(url, CURLUPART_SCHEME, 0);
  const auto host = part_of(url, CURLUPART_HOST, 0);
  auto path = part_of(url, CURLUPART_PATH, CURLU_URLDECODE);
  if (!path.has_value() || find_invalid_utf8(*path) != std::string_view::npos) {
    // A stray `%`, a control character or another encoding; such an address is taken as it is.
    path = part_of(url, CURLUPART_PATH, 0);
  }
  if (!scheme.has_value() || !host.has_value() || !path.has_value() || (*scheme != "https" && *scheme != "http")) {
    return std::nullopt;
  }
  for (const std::string_view kind : {"/-/blob/", "/-/tree/", "/-/raw/", "/blob/", "/tree/", "/raw/"}) {
    const std::size_t at = path->find(kind);
    if (at == std::string::npos) {
      continue;
    }
    std::string project = *host + path->substr(0, at);
    std::transform(project.begin(), project.end(), project.begin(), to_lower_ascii);
    return RepositoryUrl{std::move(project), path->substr(at + kind.size())};
  }
  return std::nullopt;
}

}  // namespace macrolint
