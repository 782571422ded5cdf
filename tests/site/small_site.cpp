#include "site/small_site.h"

#include <algorithm>
#include <array>

#include "catch.h"
#include "disk/disk.h"
#include "lint/lint.h"
#include "site/resolve_link.h"

namespace macrolint {

namespace {

std::string_view name_of(ResolvedLink::State state) {
  constexpr std::array<std::string_view, 8> names = {"external",      "unknown",      "present",      "redirected",
                                                     "redirect_loop", "missing_page", "missing_file", "missing_anchor"};
  return names.at(static_cast<std::size_t>(state));
}

}  // namespace

std::unique_ptr<Project> read_small_site(std::string_view archive, const SmallSiteOptions& options) {
  Configuration configuration;
  DocumentSet site;
  site.kind = options.kind;
  site.folder.path = "site";
  site.base_urls = options.base_urls;
  site.former_base_urls = options.former_base_urls;
  configuration.documents.push_back(std::move(site));
  return read_project(std::move(configuration), MemoryDisk::from_archive(archive), {1, "2026-01-15"});
}

std::vector<std::string> resolved_links(const Project& project, std::string_view page) {
  const Site& site = project.sites.front();
  std::vector<std::string> lines;
  for (const Document& document : project.pages) {
    if (document.source->path != page) {
      continue;
    }
    for (const Link& link : document.links) {
      const ResolvedLink resolved = resolve_link({&site}, &site, site.page_of(document), document, link);
      std::string line = std::string(link.url) + " -> " + std::string(resolved.address());
      line += resolved.fragment.empty() ? "" : "#" + resolved.fragment;
      lines.push_back(line + " " + std::string(name_of(resolved.state)));
    }
  }
  return lines;
}

std::vector<std::string> published_addresses(const Project& project) {
  std::vector<std::string> addresses;
  for (const SitePage& page : project.sites.front().pages()) {
    if (page.published) {
      addresses.push_back(page.address);
    }
  }
  std::sort(addresses.begin(), addresses.end());
  return addresses;
}

}  // namespace macrolint
