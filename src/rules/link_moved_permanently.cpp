#include <fmt/format.h>

#include "rule/external_findings.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for_each_external_link(project, document, [&](const Link& link, const ExternalOutcome& outcome) {
    if (outcome.kind != ExternalOutcome::Kind::working || outcome.moved_to.empty()) {
      return;
    }
    Diagnostic& diagnostic = report_link(reporter, document, link,
                                         fmt::format("This address has moved for good to `{}`.", outcome.moved_to));
    const Applicability applicability = outcome.moved_plainly ? Applicability::safe : Applicability::unsafe;
    diagnostic.suggestions.push_back(link_to_address(document, link, outcome.moved_to, applicability));
  });
}

}  // namespace

extern const Rule link_moved_permanently;
const Rule link_moved_permanently = {
    .name = "link-moved-permanently",
    .severity = Severity::note,
    .summary = "An address on the web has moved for good",
    .explanation =
        "The server says, by a permanent redirect (301 or 308), that the content has another address now. The redirect "
        "takes "
        "time and goes away some day. The edit is safe where only scheme, host, folder or a slash at the end changed; "
        "where "
        "the redirect may be for this client only, or lead to some general page, a person has to look. Only checked "
        "with "
        "`--online` ([how](network.md)).",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](http://labels.example.net/print) first.\n"
        "-- .external --\n"
        "http://labels.example.net/print moved https://labels.example.net/print\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](https://labels.example.net/print) first.\n"
        "-- .external --\n"
        "https://labels.example.net/print works\n",
    .is_about_web = true,
    .check_document = check,
};

}  // namespace macrolint
