#include <fmt/format.h>

#include "rule/link_findings.h"
#include "rule/rule.h"
#include "site/nearby.h"

namespace macrolint {

namespace {

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const auto report = [&](const Link& link, const ResolvedLink& resolved) {
    if (is_malformed(link)) {
      return;
    }
    const bool is_kept = !reporter.is_full();
    Diagnostic& diagnostic =
        report_link(reporter, document, link, fmt::format("There is no file `{}`.", resolved.address()));
    const auto near = is_kept ? resolved.site->nearby().file(resolved.address()) : std::nullopt;
    if (near.has_value()) {
      diagnostic.suggestions.push_back(link_elsewhere(document, link, resolved, *near, Applicability::unsafe));
    }
  };
  for_each_link(project, document, ResolvedLink::State::missing_file, report);
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
