#include <fmt/format.h>

#include "rule/external_findings.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for_each_external_link(project, document, [&](const Link& link, const ExternalOutcome& outcome) {
    if (outcome.kind == ExternalOutcome::Kind::unchecked) {
      report_link(reporter, document, link,
                  fmt::format("It could not be found out whether this address works: {}.", outcome.reason));
    }
  });
}

}  // namespace

extern const Rule link_unchecked;
const Rule link_unchecked = {
    .name = "link-unchecked",
    .severity = Severity::note,
    .summary = "It could not be found out whether an address on the web works",
    .explanation =
        "The host did not answer in time, wants to know who asks (401, 403), has too much to do (429), has a fault of "
        "its own "
        "(5xx), or has an address in a private network, which is not asked. That says nothing about the link. Where it "
        "happens with every run, name the address under `skip`, the status under `accept_statuses` or what the host "
        "wants "
        "under `hosts` in the [configuration](configuration.md#links). Only checked with `--online` "
        "([how](network.md)).",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](https://labels.example.net/print) first.\n"
        "-- .external --\n"
        "https://labels.example.net/print unchecked its host answered 403 Forbidden\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](https://labels.example.net/print) first.\n"
        "-- .external --\n"
        "https://labels.example.net/print works\n",
    .is_about_web = true,
    .check_document = check,
};

}  // namespace macrolint
