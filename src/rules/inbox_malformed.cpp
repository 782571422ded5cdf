#include <fmt/format.h>

#include <algorithm>

#include "inbox/email_address.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

constexpr std::string_view scheme = "mailto:";

bool is_judged(const Configuration& configuration, std::string_view address) {
  const std::string domain = intended_domain(address);
  return std::find(configuration.inbox_domains.begin(), configuration.inbox_domains.end(), domain) !=
         configuration.inbox_domains.end();
}

void report(const Document& document, Span span, std::string_view defect, const Reporter& reporter) {
  const std::string written(document.source->slice(span));
  reporter.report({document.source, span}, written,
                  fmt::format("`{}` is not an email address: it {}.", written, defect));
}

/// Where a link says mailto, an address was meant whatever it looks like.
void check_link(const Document& document, const Link& link, const Reporter& reporter) {
  if (!link.url.starts_with(scheme) || link.has_shortcode || link.url.find("{{") != std::string_view::npos) {
    return;
  }
  std::string_view address = link.url.substr(scheme.size());
  address = address.substr(0, address.find('?'));
  if (address.empty() || address.find('@') == std::string_view::npos) {
    // `mailto:?subject=…` asks for the recipient; percent-encoded addresses are left to mail programs.
    const bool asks = address.empty() && link.url.size() > scheme.size();
    if (!asks && address.find('%') == std::string_view::npos) {
      report(document, link.place_of_destination(), address.empty() ? "names no recipient" : "has no `@`", reporter);
    }
  }
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const Address& address : document.addresses) {
    const std::string_view written = document.source->slice(address.span);
    if (const std::string defect = defect_of_address(written);
        !defect.empty() && is_judged(project.configuration, written)) {
      report(document, address.span, defect, reporter);
    }
  }
  for (const Link& link : document.links) {
    check_link(document, link, reporter);
  }
}

}  // namespace

extern const Rule inbox_malformed;
const Rule inbox_malformed = {
    .name = "inbox-malformed",
    .severity = Severity::error,
    .summary = "An email address is not well formed",
    .explanation =
        "A mistyped address sends customers nowhere: two `@`, two dots in a row, a comma for a dot. Addresses are "
        "judged "
        "if their domain is one of `inbox_domains`, destinations of `mailto:` links always. Correct the address.",
    .bad =
        "-- handbook/content/programs.md --\n"
        "For schools, write to education@example..com.\n",
    .good =
        "-- handbook/content/programs.md --\n"
        "For schools, write to education@example.com.\n",
    .check_document = check,
};

}  // namespace macrolint
