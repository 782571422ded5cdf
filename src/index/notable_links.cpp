#include "index/notable_links.h"

namespace macrolint {

namespace {

bool is_notable(const ResolvedLink& link, const Site* home) {
  switch (link.state) {
    case ResolvedLink::State::external:
    case ResolvedLink::State::unknown:
      return false;
    case ResolvedLink::State::present:
      // Elsewhere, as in the text of a macro, the site has to be named by its host.
      return link.host == ResolvedLink::Host::former || (link.host == ResolvedLink::Host::own && link.site == home);
    default:
      return true;
  }
}

/// With so many, at least one rule has more to report of the document than it may. The rest is not followed, since each
/// broken link is tried on all redirects.
constexpr std::size_t max_notable_links = 8'000;

/// Where the links of a document are followed from.
struct Standpoint {
  Sites sites;
  const Site* home = nullptr;
  const SitePage* page = nullptr;
};

Standpoint standpoint_of(const Project& project, const Document& document) {
  Standpoint standpoint;
  for (const Site& site : project.sites) {
    standpoint.sites.push_back(&site);
    standpoint.home = site.owns(document) ? &site : standpoint.home;
  }
  standpoint.page = standpoint.home == nullptr ? nullptr : standpoint.home->page_of(document);
  return standpoint;
}

}  // namespace

ResolvedLink follow_link(const Project& project, const Document& document, const Link& link) {
  const Standpoint from = standpoint_of(project, document);
  return resolve_link(from.sites, from.home, from.page, document, link);
}

std::vector<NotableLink> notable_links(const Project& project, const Document& document) {
  const Standpoint from = standpoint_of(project, document);
  std::vector<NotableLink> notable;
  for (const Link& link : document.links) {
    if (notable.size() == max_notable_links) {
      break;
    }
    const ResolvedLink resolved = resolve_link(from.sites, from.home, from.page, document, link);
    if (is_notable(resolved, from.home)) {
      notable.push_back({&link, resolved.state, resolved.host});
    }
  }
  return notable;
}

const std::vector<NotableLink>& notable_links_of(const Project& project, const Document& document) {
  static const std::vector<NotableLink> none;
  const auto found = project.notable_links.find(&document);
  return found == project.notable_links.end() ? none : found->second;
}

}  // namespace macrolint
