#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "site/site.h"

namespace macrolint {

/// What is at the other end of a link.
struct ResolvedLink {
  enum class State : std::uint8_t {
    external,  ///< not on any of the sites
    unknown,   ///< only a build could tell, such as a destination made by a shortcode
    present,
    redirected,     ///< only a former address, see `redirect` and `path`
    redirect_loop,  ///< its redirects never end
    missing_page,
    missing_file,
    missing_anchor,  ///< the page is there
  };
  /// How the destination names the site.
  enum class Host : std::uint8_t { none, own, former };

  State state = State::external;
  Host host = Host::none;
  const Site* site = nullptr;
  /// The page that is there, if it is one.
  const SitePage* page = nullptr;
  /// The first redirect on the way; null if an alias in a page's front matter leads there.
  const Redirect* redirect = nullptr;
  /// The address on the site where no page is, with dots resolved and decoded; of a redirected link, where it ends,
  /// which may be an absolute URL.
  std::string path;
  /// Decoded; without text fragments (`:~:text=`).
  std::string fragment;

  /// The page's address or, where there is none, `path`.
  [[nodiscard]] std::string_view address() const { return path.empty() && page != nullptr ? page->address : path; }
};

/// The sites of a project, among which links are looked up.
using Sites = std::vector<const Site*>;

/// Follows a link of a document the way Hugo and then a browser do: as a page by its place in `content`, as a file
/// beside the page, as an asset, then as an address. `home` is the document's own site, null for macros; `page` is
/// the page it is published on, null if it is published on none.
[[nodiscard]] ResolvedLink resolve_link(const Sites& sites, const Site* home, const SitePage* page,
                                        const Document& document, const Link& link);

}  // namespace macrolint
