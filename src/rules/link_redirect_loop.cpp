#include <fmt/format.h>

#include "link/url.h"
#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/follow_redirects.h"

namespace macrolint {

namespace {

std::string message_about(std::string_view from) {
  return fmt::format("The redirects from `{}` lead in a circle and never end at a page.", from);
}

void check_redirects(const Site& site, const Reporter& reporter) {
  for (const Redirect& redirect : site.redirects().all()) {
    // Of a pattern it can only be tried where it leads with nothing filled in.
    const std::string_view from = redirect.from.substr(0, redirect.from.find('*'));
    const auto route = follow_redirects(site, from);
    if (route.has_value() && route->loops && route->first == &redirect) {
      reporter.report(redirect.place, std::string(redirect.from), message_about(from));
    }
  }
}

void check(const Project& project, const Reporter& reporter) {
  for (const Site& site : project.sites) {
    check_redirects(site, reporter);
  }
  for (const Document* document : project.all_documents()) {
    std::size_t left = Reporter::max_findings;
    const auto report = [&](const Link& link, const ResolvedLink& resolved) {
      if (left == 0) {
        return;
      }
      --left;
      Diagnostic& diagnostic = report_link(reporter, *document, link, message_about(split_url(link.url).path));
      if (resolved.redirect != nullptr) {
        diagnostic.related.push_back({resolved.redirect->place, "the first redirect is here"});
      }
    };
    for_each_link(project, *document, ResolvedLink::State::redirect_loop, report);
  }
}

}  // namespace

extern const Rule link_redirect_loop;
const Rule link_redirect_loop = {
    .name = "link-redirect-loop",
    .severity = Severity::error,
    .summary = "Redirects lead in a circle",
    .explanation =
        "Following the redirects of an address leads back to the same address, or goes on longer than "
        "browsers follow. They give up and show an error. Correct one of the redirects, so that the last "
        "one ends at a page.",
    .bad =
        "-- handbook/layouts/index.redirects --\n"
        "/refunds/ /money-back/ 301\n"
        "/money-back/ /refunds/ 301\n"
        "-- handbook/content/returns.md --\n"
        "Returns are free.\n",
    .good =
        "-- handbook/layouts/index.redirects --\n"
        "/refunds/ /returns/ 301\n"
        "/money-back/ /refunds/ 301\n"
        "-- handbook/content/returns.md --\n"
        "Returns are free.\n",
    .check_project = check,
};

}  // namespace macrolint
