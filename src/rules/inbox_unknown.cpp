#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "inbox/email_address.h"
#include "rule/rule.h"
#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

bool is_inbox(const std::vector<Inbox>& inboxes, const std::string& address) {
  return std::any_of(inboxes.begin(), inboxes.end(),
                     [&](const Inbox& inbox) { return lower_case(inbox.address) == address; });
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const Configuration& configuration = project.configuration;
  if (!configuration.has_inboxes || document.addresses.empty()) {
    return;
  }
  for (const Address& found : document.addresses) {
    const std::string written(document.source->slice(found.span));
    const std::string domain = intended_domain(written);
    const bool judged = std::find(configuration.inbox_domains.begin(), configuration.inbox_domains.end(), domain) !=
                        configuration.inbox_domains.end();
    if (!judged || !defect_of_address(written).empty() || is_inbox(configuration.inboxes, lower_case(written)) ||
        is_inbox(configuration.inboxes, inbox_of(written))) {
      continue;
    }
    Diagnostic& diagnostic = reporter.report({document.source, found.span}, written,
                                             fmt::format("`{}` is not among the configured inboxes.", written));
    std::vector<std::string_view> known;
    for (const Inbox& inbox : configuration.inboxes) {
      known.push_back(inbox.address);
    }
    if (const auto near = nearest(written, known)) {
      diagnostic.suggestions.push_back({fmt::format("did you mean `{}`?", *near),
                                        Applicability::unsafe,
                                        {{{document.source, found.span}, std::string(*near)}}});
    }
  }
}

}  // namespace

extern const Rule inbox_unknown;
const Rule inbox_unknown = {
    .name = "inbox-unknown",
    .severity = Severity::warning,
    .summary = "An address is not one of the configured inboxes",
    .explanation =
        "Addresses in `inbox_domains` that pages and macros give to customers have to be listed under `inboxes`, so "
        "that "
        "nobody is sent to an address that nobody reads. Correct the address, or add it to the configuration if it is "
        "one. Without `inboxes` in the configuration the rule says nothing.",
    .bad =
        "-- handbook/content/programs.md --\n"
        "For schools, write to educations@example.com.\n",
    .good =
        "-- handbook/content/programs.md --\n"
        "For schools, write to education@example.com.\n",
    .check_document = check,
};

}  // namespace macrolint
