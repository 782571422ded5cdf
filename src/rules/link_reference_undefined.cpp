#include <fmt/format.h>

#include "index/notable_links.h"
#include "markdown/undefined_references.h"
#include "rule/link_findings.h"
#include "rule/rule.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

void suggest(const Document& document, const UndefinedReference& reference, std::string_view label,
             Diagnostic& diagnostic) {
  const std::vector<std::string_view> labels = find_defined_labels(document.source->slice(document.body));
  const auto near = nearest(label, labels);
  if (!near.has_value()) {
    diagnostic.suggestions.push_back(
        {fmt::format("add a line `[{}]: ADDRESS` behind a blank line", label), Applicability::unsafe, {}});
  } else if (*near == label) {
    diagnostic.suggestions.push_back({"put a blank line before the definition", Applicability::unsafe, {}});
  } else {
    diagnostic.suggestions.push_back({fmt::format("did you mean `[{}]`?", *near),
                                      Applicability::unsafe,
                                      {{{document.source, reference.label}, std::string(*near)}}});
  }
}

void check(const Project&, const Document& document, const Reporter& reporter) {
  for (const UndefinedReference& reference : document.undefined_references) {
    const std::string_view label = document.source->slice(reference.label);
    Diagnostic& diagnostic =
        reporter.report({document.source, reference.whole}, std::string(document.source->slice(reference.whole)),
                        fmt::format("This is shown as text, not as a link: nothing defines the label `{}`.", label));
    suggest(document, reference, label, diagnostic);
  }
}

}  // namespace

extern const Rule link_reference_undefined;
const Rule link_reference_undefined = {
    .name = "link-reference-undefined",
    .severity = Severity::warning,
    .summary = "A link names a label that the page does not define",
    .explanation =
        "`[text][label]` is a link only if the page has a line `[label]: address` for it, with a blank "
        "line or another definition before. Without it readers see the brackets. Add the definition, or "
        "write the address behind the text.",
    .bad =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work][refunds] first.\n"
        "\n"
        "[refund]: https://status.example.com/refunds\n",
    .good =
        "-- handbook/content/returns.md --\n"
        "Read [how refunds work][refund] first.\n"
        "\n"
        "[refund]: https://status.example.com/refunds\n",
    .check_document = check,
};

}  // namespace macrolint
