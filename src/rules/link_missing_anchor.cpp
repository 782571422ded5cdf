#include <fmt/format.h>

#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/nearby.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto report = [&](const Link& link, const ResolvedLink& resolved) {
    const SitePage& page = *resolved.page;
    if (!resolved.site->shortcode_with_anchors(page).empty()) {
      return;
    }
    const bool is_kept = !reporter.is_full();
    const std::string there = page.document == &document ? "This page" : fmt::format("The page `{}`", page.address);
    Diagnostic& diagnostic =
        report_link(reporter, document, link,
                    fmt::format("{} has no heading or element with the id `{}`.", there, resolved.fragment));
    diagnostic.cause = page.document->source;
    const auto near = is_kept ? nearest_anchor(*resolved.site, page, resolved.fragment) : std::nullopt;
    if (near.has_value()) {
      diagnostic.suggestions.push_back(other_fragment(document, link, *near));
    }
  };
  for_each_link(project, document, ResolvedLink::State::missing_anchor, report);
}

}  // namespace

extern const Rule link_missing_anchor;
const Rule link_missing_anchor = {
    .name = "link-missing-anchor",
    .severity = Severity::warning,
    .summary = "A link names a heading or element that its page does not have",
    .explanation =
        "The part of a link behind `#` has to be the id of a heading or element of the page: the id that "
        "Hugo makes of the heading's text, one that is set with `{#id}`, or one in HTML. Included texts "
        "count. Readers land at the top of the page and look for what was promised. Nothing is said about "
        "pages with a shortcode that may bring sections of its own.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Read [how long refunds take](/refunds/#time) first.\n"
        "-- handbook/content/refunds.md --\n"
        "## How long it takes\n"
        "\n"
        "Refunds take three days.\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Read [how long refunds take](/refunds/#how-long-it-takes) first.\n"
        "-- handbook/content/refunds.md --\n"
        "## How long it takes\n"
        "\n"
        "Refunds take three days.\n",
    .check_document = check,
};

}  // namespace macrolint
