#include <fmt/format.h>

#include "link/link_defect.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

void check_failed(const Document& document, const FailedLink& failed, const Reporter& reporter) {
  const Source& source = *document.source;
  const std::string written(source.slice(failed.whole));
  const std::string_view destination = source.slice(failed.destination);
  if (failed.cause == FailedLink::Cause::space_before_destination) {
    const std::string_view label = source.slice({failed.whole.begin, failed.destination.begin - 1});
    const std::size_t end = label.rfind(']') + 1;
    Diagnostic& diagnostic =
        reporter.report({&source, failed.whole}, written,
                        "This is shown as text, not as a link: there is a space between `]` and `(`.");
    const Span gap{failed.whole.begin + static_cast<std::uint32_t>(end), failed.destination.begin - 1};
    diagnostic.suggestions.push_back({"remove the space", Applicability::safe, {{{&source, gap}, ""}}});
    return;
  }
  Diagnostic& diagnostic = reporter.report(
      {&source, failed.whole}, written,
      fmt::format("This is shown as text, not as a link: its destination `{}` has a space in it.", destination));
  if (is_plausible_address(destination)) {
    diagnostic.suggestions.push_back({"write each space of the address as `%20`",
                                      Applicability::unsafe,
                                      {{{&source, failed.destination}, with_encoded_spaces(destination)}}});
  } else {
    diagnostic.suggestions.push_back({"put the address in place of the words", Applicability::unsafe, {}});
  }
}

void check(const Project&, const Document& document, const Reporter& reporter) {
  for (const FailedLink& failed : document.failed_links) {
    check_failed(document, failed, reporter);
  }
  for (const Link& link : document.links) {
    if (link.has_shortcode || link.is_well_formed) {
      continue;
    }
    const LinkDefect defect = find_link_defect(link.url);
    const std::string written(document.source->slice(link.destination));
    const Place place{document.source, link.place_of_destination()};
    Diagnostic& diagnostic = reporter.report(place, written, defect.message);
    if (!defect.correction.empty() && written == link.url) {
      diagnostic.suggestions.push_back(
          {fmt::format("did you mean `{}`?", defect.correction), Applicability::unsafe, {{place, defect.correction}}});
    }
  }
}

}  // namespace

extern const Rule link_malformed;
const Rule link_malformed = {
    .name = "link-malformed",
    .severity = Severity::error,
    .summary = "A link is not well formed",
    .explanation =
        "Text with the brackets of a link that is none (`[text] (address)`, `[text](two words)`), a destination that "
        "is "
        "empty, that lacks or misspells `https://`, or that no browser can read as an address. Readers see brackets, "
        "or "
        "land on a page that does not exist. Correct the link as the message says.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "See the [status page] (https://status.example.com/).\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "See the [status page](https://status.example.com/).\n",
    .check_document = check,
};

}  // namespace macrolint
