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

}  // namespace

std::vector<NotableLink> notable_links(const Project& project, const Document& document) {
  Sites sites;
  const Site* home = nullptr;
  for (const Site& site : project.sites) {
    sites.push_back(&site);
    home = site.owns(document) ? &site : home;
  }
  const SitePage* page = home == nullptr ? nullptr : home->page_of(document);
  std::vector<NotableLink> notable;
  for (const Link& link : document.links) {
    ResolvedLink resolved = resolve_link(sites, home, page, document, link);
    if (is_notable(resolved, home)) {
      notable.push_back({&link, std::move(resolved)});
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
