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
    if (is_overdue(project, resolved)) {
      continue;
    }
    Diagnostic& diagnostic =
        reporter.report({document.source, link.link->place_of_destination()}, written_destination(document, *link.link),
                        fmt::format("This address redirects to `{}`, where the page is now.", resolved.address()));
    diagnostic.suggestions.push_back(
        link_elsewhere(document, *link.link, resolved, resolved.address(), Applicability::safe));
    if (resolved.redirect != nullptr) {
      diagnostic.related.push_back({resolved.redirect->place, "the redirect is here"});
    }
  }
}

}  // namespace

extern const Rule link_redirected;
const Rule link_redirected = {
    .name = "link-redirected",
    .severity = Severity::note,
    .summary = "A link leads to an address that the page had before",
    .explanation =
        "The page has moved. An alias in its front matter or a line of the redirects file still leads "
        "there, but takes time, and goes away some day. Link to the page where it is now.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/money-back/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "---\n"
        "aliases: [/money-back/]\n"
        "---\n"
        "Refunds take three days.\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/refunds/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "---\n"
        "aliases: [/money-back/]\n"
        "---\n"
        "Refunds take three days.\n",
    .check_document = check,
};

}  // namespace macrolint
