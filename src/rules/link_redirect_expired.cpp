#include <fmt/format.h>

#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto report = [&](const Link& link, const ResolvedLink& resolved) {
    if (is_overdue(project, resolved)) {
      report_redirected(reporter, document, link, resolved,
                        fmt::format("This address only works by a redirect to `{}` that was to be removed after {}.",
                                    resolved.address(), resolved.redirect->remove_after));
    }
  };
  for_each_link(project, document, ResolvedLink::State::redirected, report);
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
