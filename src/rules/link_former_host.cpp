#include <fmt/format.h>

#include "index/notable_links.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// What is broken or moved has another rule, whose suggestion leaves the host out, too.
bool has_other_finding(const NotableLink& link) {
  return link.state != ResolvedLink::State::present && link.state != ResolvedLink::State::missing_anchor;
}

/// An address that stands for itself (`<https://…>`) is meant to be read as it is, and what is no page of the site has
/// to name the host.
bool could_be_path(const Link& link, const Site& site, const Document& document) {
  return link.kind != Link::Kind::autolink && site.owns(document);
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const NotableLink& link : notable_links_of(project, document)) {
    if (link.host == ResolvedLink::Host::none || has_other_finding(link)) {
      continue;
    }
    const ResolvedLink resolved = follow_link(project, document, *link.link);
    if (link.host == ResolvedLink::Host::own && !could_be_path(*link.link, *resolved.site, document)) {
      continue;
    }
    const bool former = link.host == ResolvedLink::Host::former;
    Diagnostic& diagnostic =
        report_link(reporter, document, *link.link,
                    former ? "The site has left this host; the page is on the site itself now."
                           : "This leads to the site itself; a path is enough and stays right when the site moves.");
    diagnostic.suggestions.push_back(
        link_elsewhere(document, *link.link, resolved, resolved.address(), Applicability::safe));
  }
}

}  // namespace

extern const Rule link_former_host;
const Rule link_former_host = {
    .name = "link-former-host",
    .severity = Severity::note,
    .summary = "A link within the site names it by its own or a former host",
    .explanation =
        "A page of the site that links to another by `https://` and the host leaves the copy that is "
        "being read or reviewed, and breaks when the site moves. Where the host is one of "
        "`former_base_urls`, readers take a detour that somebody keeps up for them. Write the path alone. "
        "In macros, which are read elsewhere, only former hosts count.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](https://handbook.example.com/refunds/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "Refunds take three days.\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/refunds/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "Refunds take three days.\n",
    .check_document = check,
};

}  // namespace macrolint
