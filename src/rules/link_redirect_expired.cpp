#include <fmt/format.h>

#include "index/notable_links.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const NotableLink& link : notable_links_of(project, document)) {
    if (link.state != ResolvedLink::State::redirected) {
      continue;
    }
    const ResolvedLink resolved = follow_link(project, document, *link.link);
    if (!is_overdue(project, resolved)) {
      continue;
    }
    Diagnostic& diagnostic =
        reporter.report({document.source, link.link->place_of_destination()}, written_destination(document, *link.link),
                        fmt::format("This address only works by a redirect to `{}` that was to be removed after {}.",
                                    resolved.address(), resolved.redirect->remove_after));
    diagnostic.suggestions.push_back(
        link_elsewhere(document, *link.link, resolved, resolved.address(), Applicability::safe));
    diagnostic.related.push_back({resolved.redirect->place, "the redirect is here"});
  }
}

}  // namespace

extern const Rule link_redirect_expired;
const Rule link_redirect_expired = {
    .name = "link-redirect-expired",
    .severity = Severity::warning,
    .summary = "A link needs a redirect that should be gone by now",
    .explanation =
        "The page has moved, and the comment above its redirect says until when that is kept: `# Team "
        "moved - remove 2025-12-15`. The day is over, so the redirect may go any time, and the link with "
        "it. Link to the page where it is now.",
    .bad =
        "-- handbook/layouts/index.redirects --\n"
        "# Money matters moved - remove 2026-03-31\n"
        "/money-back/ /refunds/ 301\n"
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/money-back/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "Refunds take three days.\n",
    .good =
        "-- handbook/layouts/index.redirects --\n"
        "# Money matters moved - remove 2026-03-31\n"
        "/money-back/ /refunds/ 301\n"
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/refunds/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "Refunds take three days.\n",
    .check_document = check,
};

}  // namespace macrolint
