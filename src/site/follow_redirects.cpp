#include "site/follow_redirects.h"

#include <algorithm>
#include <vector>

#include "link/url.h"

namespace macrolint {

namespace {

/// Browsers give up after 20.
constexpr std::size_t max_hops = 20;

}  // namespace

std::optional<Route> follow_redirects(const Site& site, std::string_view address) {
  Route route;
  // The address is no URL: a `?` in it is a character like others.
  std::string path(address);
  std::string query_and_fragment;
  std::vector<std::string> visited;
  while (true) {
    route.page = site.page_at(path);
    if (route.page != nullptr || site.has_file(path)) {
      route.target = path + query_and_fragment;
      return visited.empty() ? std::nullopt : std::optional(std::move(route));
    }
    if (visited.size() == max_hops || std::find(visited.begin(), visited.end(), path) != visited.end()) {
      route.target = std::move(path);
      route.loops = true;
      return route;
    }
    const bool first = visited.empty();
    visited.push_back(path);
    if (const SitePage* page = site.page_formerly_at(path)) {
      path = page->address;
      continue;
    }
    const auto match = site.redirects().find(path);
    if (!match.has_value()) {
      return std::nullopt;
    }
    route.first = first ? match->redirect : route.first;
    const Url url = split_url(match->target);
    if (!url.scheme.empty() || url.has_authority) {
      route.target = (url.scheme.empty() ? "https:" : "") + match->target;
      return route;
    }
    path = percent_decoded(url.path);
    query_and_fragment = match->target.substr(url.path.size());
  }
}

}  // namespace macrolint
