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
  std::vector<std::string> visited;
  for (bool moved = false;; moved = true) {
    const Url url = split_url(route.target);
    if (!url.scheme.empty()) {
      return route;
    }
    const std::string path = percent_decoded(url.path);
    const std::string fragment = url.has_fragment ? "#" + std::string(url.fragment) : "";
    route.page = site.page_at(path);
    if (route.page != nullptr || site.has_file(path)) {
      return moved ? std::optional(std::move(route)) : std::nullopt;
    }
    if (visited.size() == max_hops || std::find(visited.begin(), visited.end(), path) != visited.end()) {
      route.loops = true;
      return route;
    }
    visited.push_back(path);
    if (const SitePage* page = site.page_formerly_at(path)) {
      route.target = page->address + fragment;
    } else if (auto match = site.redirects().find(path)) {
      route.first = route.first == nullptr && !moved ? match->redirect : route.first;
      route.target = std::move(match->target);
    } else {
      return std::nullopt;
    }
  }
}

}  // namespace macrolint
