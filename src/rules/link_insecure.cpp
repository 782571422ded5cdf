#include <fmt/format.h>

#include "rule/external_findings.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for_each_external_link(project, document, [&](const Link& link, const ExternalOutcome& outcome) {
    const std::string_view address = address_without_fragment(link.url);
    const std::size_t colon = address.find(':');
    if (outcome.kind != ExternalOutcome::Kind::working || !outcome.is_needlessly_insecure ||
        colon == std::string_view::npos) {
      return;
    }
    Diagnostic& diagnostic = report_link(reporter, document, link,
                                         "This address is asked for without encryption, and its host serves the same "
                                         "with `https:`.");
    const std::string secure = fmt::format("https{}", address.substr(colon));
    diagnostic.suggestions.push_back(link_to_address(document, link, secure, Applicability::safe));
  });
}

}  // namespace

extern const Rule link_insecure;
const Rule link_insecure = {
    .name = "link-insecure",
    .severity = Severity::note,
    .summary = "A link asks for no encryption though the host offers it",
    .explanation =
        "The host serves the same with `https:` as with `http:`. Without encryption, others can read and change what "
        "customers "
        "are shown. Only checked with `--online` ([how](network.md)).",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](http://labels.example.net/print) first.\n"
        "-- .external --\n"
        "http://labels.example.net/print insecure\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Customers [print a label](https://labels.example.net/print) first.\n"
        "-- .external --\n"
        "https://labels.example.net/print works\n",
    .is_about_web = true,
    .check_document = check,
};

}  // namespace macrolint
