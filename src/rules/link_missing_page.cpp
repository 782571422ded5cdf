#include <fmt/format.h>

#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/nearby.h"

namespace macrolint {

namespace {

std::string message_about(const ResolvedLink& resolved) {
  if (resolved.site->unpublished_page_at(resolved.address()) == nullptr) {
    return fmt::format("The site has no page at `{}`.", resolved.address());
  }
  return fmt::format(
      "The page `{}` is in `content`, but not published: it is a draft, its time has not come or is over, its build "
      "options keep it back, or it lies in another page's bundle.",
      resolved.address());
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto report = [&](const Link& link, const ResolvedLink& resolved) {
    if (is_malformed(link)) {
      return;
    }
    const bool is_kept = !reporter.is_full();
    Diagnostic& diagnostic = report_link(reporter, document, link, message_about(resolved));
    const auto near = is_kept ? resolved.site->nearby().page(resolved.address()) : std::nullopt;
    if (near.has_value()) {
      diagnostic.suggestions.push_back(link_elsewhere(document, link, resolved, *near, Applicability::unsafe));
    }
  };
  for_each_link(project, document, ResolvedLink::State::missing_page, report);
}

}  // namespace

extern const Rule link_missing_page;
const Rule link_missing_page = {
    .name = "link-missing-page",
    .severity = Severity::error,
    .summary = "A link leads to a page that the site does not have",
    .explanation =
        "A link within the site has to lead to a page of it: by its place in `content`, by its address, "
        "or by the address of the site that `base_urls` names. Links are followed as Hugo and then a "
        "browser follow them, redirects and aliases included, without building the site. Readers get an "
        "error page. Link to the page where it is now.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/refund/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "Refunds take three days.\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work](/refunds/) first.\n"
        "-- handbook/content/refunds.md --\n"
        "Refunds take three days.\n",
    .check_document = check,
};

}  // namespace macrolint
