#include <fmt/format.h>

#include "index/notable_links.h"
#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/nearby.h"

namespace macrolint {

namespace {

std::string message_about(const ResolvedLink& resolved) {
  const SitePage* page = resolved.site->unpublished_page_at(resolved.address());
  if (page != nullptr) {
    return fmt::format(
        "The page `{}` is there but not published: it is a draft, its time has not come or is over, or its build "
        "options "
        "keep it back.",
        resolved.address());
  }
  return fmt::format("The site has no page at `{}`.", resolved.address());
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const NotableLink& link : notable_links_of(project, document)) {
    if (link.state != ResolvedLink::State::missing_page || is_malformed(*link.link)) {
      continue;
    }
    const ResolvedLink resolved = follow_link(project, document, *link.link);
    Diagnostic& diagnostic = reporter.report({document.source, link.link->place_of_destination()},
                                             written_destination(document, *link.link), message_about(resolved));
    if (reporter.is_full()) {
      continue;
    }
    if (const auto near = resolved.site->nearby().page(resolved.address())) {
      diagnostic.suggestions.push_back(link_elsewhere(document, *link.link, resolved, *near, Applicability::unsafe));
    }
  }
}

}  // namespace

extern const Rule link_missing_page;
const Rule link_missing_page = {
    .name = "link-missing-page",
    .severity = Severity::error,
    .summary = "A link leads to a page that the site does not have",
    .explanation =
        "A link within the site has to lead to a page of it: by its place in `content`, by its address, "
        "or by the address of the site that `base_urls` names. Links are followed as Hugo and then a "
        "browser follow them, redirects and aliases included, without building the site. Readers get an "
        "error page. Link to the page where it is now.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/refund/) first.\n"
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
