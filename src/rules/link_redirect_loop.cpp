#include <fmt/format.h>

#include "index/notable_links.h"
#include "link/url.h"
#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/follow_redirects.h"

namespace macrolint {

namespace {

void check_redirects(const Site& site, const Reporter& reporter) {
  for (const Redirect& redirect : site.redirects().all()) {
    // Of a pattern it can only be tried where it leads with nothing filled in.
    std::string from(redirect.from.substr(0, redirect.from.find('*')));
    const auto route = follow_redirects(site, from);
    if (route.has_value() && route->loops && route->first == &redirect) {
      reporter.report(redirect.place, std::string(redirect.from),
                      fmt::format("The redirects from `{}` lead in a circle and never end at a page.", from));
    }
  }
}

void check(const Project& project, const Reporter& reporter) {
  for (const Site& site : project.sites) {
    check_redirects(site, reporter);
  }
  for (const Document* document : project.all_documents()) {
    for (const NotableLink& link : notable_links_of(project, *document)) {
      if (link.state == ResolvedLink::State::redirect_loop) {
        Diagnostic& diagnostic = reporter.report(
            {document->source, link.link->place_of_destination()}, written_destination(*document, *link.link),
            fmt::format("The redirects from `{}` lead in a circle and never end at a page.",
                        split_url(link.link->url).path));
        if (const Redirect* first = follow_link(project, *document, *link.link).redirect; first != nullptr) {
          diagnostic.related.push_back({first->place, "the first redirect is here"});
        }
      }
    }
  }
}

}  // namespace

extern const Rule link_redirect_loop;
const Rule link_redirect_loop = {
    .name = "link-redirect-loop",
    .severity = Severity::error,
    .summary = "Redirects lead in a circle",
    .explanation =
        "Following the redirects of an address leads back to the same address, or goes on longer than "
        "browsers follow. They give up and show an error. Correct one of the redirects, so that the last "
        "one ends at a page.",
    .bad =
        "-- handbook/layouts/index.redirects --\n"
        "/refunds/ /money-back/ 301\n"
        "/money-back/ /refunds/ 301\n"
        "-- handbook/content/returns.md --\n"
        "Returns are free.\n",
    .good =
        "-- handbook/layouts/index.redirects --\n"
        "/refunds/ /returns/ 301\n"
        "/money-back/ /refunds/ 301\n"
        "-- handbook/content/returns.md --\n"
        "Returns are free.\n",
    .check_project = check,
};

}  // namespace macrolint
