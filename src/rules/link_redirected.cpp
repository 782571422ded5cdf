#include <fmt/format.h>

#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto report = [&](const Link& link, const ResolvedLink& resolved) {
    if (!is_overdue(project, resolved)) {
      report_redirected(reporter, document, link, resolved,
                        fmt::format("This address redirects to `{}`, where the page is now.", resolved.address()));
    }
  };
  for_each_link(project, document, ResolvedLink::State::redirected, report);
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
