#include "external/moved.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "link/url.h"
#include "source/characters.h"

namespace macrolint {

namespace {

struct PathAndQuery {
  std::vector<std::string> segments;
  std::string query;
};

PathAndQuery split(const net::WebUrl& url) {
  PathAndQuery result;
  const std::size_t mark = std::min(url.path.find('?'), url.path.size());
  result.query = url.path.substr(mark);
  std::string_view path = std::string_view(url.path).substr(0, mark);
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) {
      result.segments.push_back(percent_decoded(path.substr(0, slash)));
    }
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return result;
}

bool is_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }

/// `en`, `en-US`, `zh_CN`.
bool is_language(std::string_view segment) {
  constexpr std::size_t language = 2;
  constexpr std::size_t with_country = 5;
  return (segment.size() == language && is_letters(segment)) ||
         (segment.size() == with_country && is_letters(segment.substr(0, language)) &&
          (segment[language] == '-' || segment[language] == '_') && is_letters(segment.substr(language + 1)));
}

bool is_about_signing_in(std::string_view segment) {
  constexpr std::string_view words[] = {"login", "log-in", "signin", "sign-in", "sign_in",   "sso",     "auth",
                                        "oauth", "saml",   "error",  "404",     "not-found", "notfound"};
  const std::string lower = lower_case(segment.substr(0, segment.find('.')));
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

}  // namespace

bool is_plain_move(const net::WebUrl& from, const net::WebUrl& to) {
  const PathAndQuery before = split(from);
  const PathAndQuery after = split(to);
  if (before.query != after.query || (from.is_secure && !to.is_secure)) {
    return false;
  }
  if (before.segments == after.segments) {
    return true;
  }
  const auto is_new = [&](const std::string& segment) {
    return std::find(before.segments.begin(), before.segments.end(), segment) == before.segments.end();
  };
  const bool is_suspicious = std::any_of(after.segments.begin(), after.segments.end(), [&](const std::string& segment) {
    return is_new(segment) && (is_language(segment) || is_about_signing_in(segment));
  });
  return !is_suspicious && !before.segments.empty() && !after.segments.empty() &&
         before.segments.back() == after.segments.back();
}

}  // namespace macrolint
