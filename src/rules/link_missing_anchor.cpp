#include <fmt/format.h>

#include "index/notable_links.h"
#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/nearby.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const NotableLink& link : notable_links_of(project, document)) {
    if (link.state != ResolvedLink::State::missing_anchor) {
      continue;
    }
    const ResolvedLink resolved = follow_link(project, document, *link.link);
    if (!resolved.site->shortcode_with_anchors(*resolved.page).empty()) {
      continue;
    }
    const bool same_page = resolved.page->document == &document;
    Diagnostic& diagnostic = reporter.report(
        {document.source, link.link->place_of_destination()}, written_destination(document, *link.link),
        fmt::format("{} has no heading or element with the id `{}`.",
                    same_page ? "This page" : fmt::format("The page `{}`", resolved.page->address), resolved.fragment));
    diagnostic.cause = resolved.page->document->source;
    if (reporter.is_full()) {
      continue;
    }
    if (const auto near = nearest_anchor(*resolved.site, *resolved.page, resolved.fragment)) {
      diagnostic.suggestions.push_back(other_fragment(document, *link.link, *near));
    }
  }
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
