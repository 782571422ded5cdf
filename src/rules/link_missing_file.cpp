#include <fmt/format.h>

#include "index/notable_links.h"
#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/nearby.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const NotableLink& link : notable_links_of(project, document)) {
    if (link.state != ResolvedLink::State::missing_file || is_malformed(*link.link)) {
      continue;
    }
    const ResolvedLink resolved = follow_link(project, document, *link.link);
    Diagnostic& diagnostic =
        reporter.report({document.source, link.link->place_of_destination()}, written_destination(document, *link.link),
                        fmt::format("There is no file `{}`.", resolved.address()));
    if (reporter.is_full()) {
      continue;
    }
    if (const auto near = resolved.site->nearby().file(resolved.address())) {
      diagnostic.suggestions.push_back(link_elsewhere(document, *link.link, resolved, *near, Applicability::unsafe));
    }
  }
}

}  // namespace

extern const Rule link_missing_file;
const Rule link_missing_file = {
    .name = "link-missing-file",
    .severity = Severity::error,
    .summary = "A link or image names a file that the site does not have",
    .explanation =
        "A link or image that names a file has to find it: in `static`, among the assets, beside the page "
        "if that is a bundle, or relative to the page. Upper and lower case matter. Readers see a broken "
        "picture or get an error page. Add the file, or name the one that is there.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "![The form](/images/return-form.png)\n"
        "-- handbook/static/images/returns-form.png --\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "![The form](/images/returns-form.png)\n"
        "-- handbook/static/images/returns-form.png --\n",
    .check_document = check,
};

}  // namespace macrolint
