#include <fmt/format.h>

#include "net/http_words.h"
#include "rule/external_findings.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

std::string message_of(const ExternalOutcome& outcome) {
  switch (outcome.kind) {
    case ExternalOutcome::Kind::gone:
      return fmt::format("Nothing is at this address: its host answers {}.", net::status_text(outcome.status));
    case ExternalOutcome::Kind::no_such_host:
      return fmt::format("The host `{}` of this address does not exist.", outcome.reason);
    case ExternalOutcome::Kind::bad_certificate:
      return fmt::format("Browsers refuse this address, since the certificate of its host is not valid: {}.",
                         outcome.reason);
    case ExternalOutcome::Kind::absent:
      return outcome.reason;
    case ExternalOutcome::Kind::working:
    case ExternalOutcome::Kind::unchecked:
      return {};
  }
  return {};
}

/// Where a file that is not there probably is.
Suggestion link_to_nearby(const Document& document, const Link& link, const ExternalOutcome& outcome) {
  Suggestion suggestion = link_to_address(document, link, outcome.nearby, Applicability::unsafe);
  suggestion.message = outcome.is_nearby_moved ? fmt::format("the only file of that name is at `{}`", outcome.nearby)
                                               : fmt::format("did you mean `{}`?", outcome.nearby);
  return suggestion;
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for_each_external_link(project, document, [&](const Link& link, const ExternalOutcome& outcome) {
    if (std::string message = message_of(outcome); !message.empty()) {
      const bool is_worth_more = !reporter.is_full();
      Diagnostic& diagnostic = report_link(reporter, document, link, std::move(message));
      if (is_worth_more && !outcome.nearby.empty()) {
        diagnostic.suggestions.push_back(link_to_nearby(document, link, outcome));
      }
    }
  });
}

}  // namespace

extern const Rule link_broken;
const Rule link_broken = {
    .name = "link-broken",
    .severity = Severity::error,
    .summary = "An address on the web is not there any more",
    .explanation =
        "Customers and colleagues follow the link and find nothing: the server says that the page does not exist (404) "
        "or is "
        "gone (410), nobody knows the name of the host, or its certificate is not valid, so that browsers refuse to "
        "connect. So it is with a file, issue or merge request that the configured [GitLab](gitlab-api.md) does not "
        "have. "
        "Link to where the content is now, or remove the link. Only checked with `--online`; a server that "
        "does "
        "not answer, or does not want to, is never taken for a broken link ([how](network.md)).",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](https://labels.example.net/print) first.\n"
        "-- .external --\n"
        "https://labels.example.net/print gone\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](https://labels.example.net/labels) first.\n"
        "-- .external --\n"
        "https://labels.example.net/labels works\n",
    .is_about_web = true,
    .check_document = check,
};

}  // namespace macrolint
