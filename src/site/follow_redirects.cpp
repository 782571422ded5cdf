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
  route.target = address;
  // The address is no URL: a `?` in it is a character like others.
  std::string path(address);
  std::string fragment;
  std::vector<std::string> visited;
  while (true) {
    route.page = site.page_at(path);
    if (route.page != nullptr || site.has_file(path)) {
      return visited.empty() ? std::nullopt : std::optional(std::move(route));
    }
    if (visited.size() == max_hops || std::find(visited.begin(), visited.end(), path) != visited.end()) {
      route.loops = true;
      return route;
    }
    const bool first = visited.empty();
    visited.push_back(path);
    if (const SitePage* page = site.page_formerly_at(path)) {
      route.target = page->address + fragment;
    } else if (auto match = site.redirects().find(path)) {
      route.first = first ? match->redirect : route.first;
      route.target = std::move(match->target);
    } else {
      return std::nullopt;
    }
    const Url url = split_url(route.target);
    if (!url.scheme.empty() || url.has_authority) {
      route.target.insert(0, url.scheme.empty() ? "https:" : "");
      return route;
    }
    fragment = url.has_fragment ? "#" + std::string(url.fragment) : "";
    path = percent_decoded(url.path);
  }
}

}  // namespace macrolint
