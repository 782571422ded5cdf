#include <fmt/format.h>

#include "rule/external_findings.h"
#include "rule/link_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

std::string described(const ExternalOutcome& outcome, std::string_view fragment) {
  if (!outcome.lines.has_value()) {
    return fmt::format("The page at this address has no element with the id `{}`.", fragment);
  }
  const std::string_view has = *outcome.lines == 1 ? "line" : "lines";
  return fmt::format("The file at this address has {} {}, which `#{}` goes beyond.", *outcome.lines, has, fragment);
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for_each_external_link(project, document, [&](const Link& link, const ExternalOutcome& outcome) {
    const std::string_view fragment = fragment_of(link.url);
    if (outcome.kind == ExternalOutcome::Kind::working && outcome.missing_fragments.contains(fragment)) {
      report_link(reporter, document, link, described(outcome, fragment));
    }
  });
}

}  // namespace

extern const Rule link_missing_fragment;
const Rule link_missing_fragment = {
    .name = "link-missing-fragment",
    .severity = Severity::warning,
    .summary = "A page on the web lacks the place that a link names",
    .explanation =
        "The part of a link behind `#` has to be the id of an element of the page, or the name of an anchor. Readers "
        "land at "
        "the top and look for what was promised. Pages whose anchors are made by scripts, and fragments that look as "
        "if a "
        "script reads them, are left alone. Of files in the configured [GitLab](gitlab-api.md), the numbers of lines "
        "are "
        "checked. Only checked with `--online` ([how](network.md)).",
    .bad =
        "-- handbook/content/returns.md --\n"
        "See [how to print labels](https://manual.example.net/labels#printing).\n"
        "-- .external --\n"
        "https://manual.example.net/labels lacks printing\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "See [how to print labels](https://manual.example.net/labels#print-a-label).\n"
        "-- .external --\n"
        "https://manual.example.net/labels works\n",
    .is_about_web = true,
    .check_document = check,
};

}  // namespace macrolint
