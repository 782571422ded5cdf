#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "site/site.h"

namespace macrolint {

/// The way from an address that is no page or file any more to where its redirects end.
struct Route {
  /// Null if an alias in a page's front matter is the first step.
  const Redirect* first = nullptr;
  /// The page at the end, if the route ends at one of the site's.
  const SitePage* page = nullptr;
  /// The address where it ends, decoded, with query and fragment if the redirect has them; an absolute URL if it leaves
  /// the site.
  std::string target;
  /// The redirects lead back to one of themselves, or there are more than browsers follow.
  bool loops = false;
};

/// Nothing if the address has no redirect, or its redirects end where nothing is.
[[nodiscard]] std::optional<Route> follow_redirects(const Site& site, std::string_view address);

}  // namespace macrolint
