#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostic/in_backticks.h"
#include "drift/quote/comparison.h"
#include "drift/quote/edit.h"
#include "rule/reference_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Words with one on either side, cut in the middle of what is long.
std::string excerpt(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  constexpr std::size_t most_words = 8;
  const std::size_t from = begin - std::min<std::size_t>(begin, 1);
  const std::size_t to = std::min(words.size(), end + 1);
  const std::size_t cut = std::min(to, from + most_words);
  return in_backticks(
      fmt::format("{}{}{}", from > 0 ? "… " : "", text_of_words(words, from, cut), cut < words.size() ? " …" : ""));
}

/// Where words stand, or between which ones they are missing.
Span span_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  if (begin < end) {
    return {words[begin].span.begin, words[end - 1].span.end};
  }
  const std::size_t last = words.size() - 1;
  return {words[begin - std::min<std::size_t>(begin, 1)].span.begin, words[std::min(begin, last)].span.end};
}

std::string message_of(const ComparedQuote& compared) {
  const std::vector<Difference>& differences = compared.alignment.differences;
  const Difference& first = differences.front();
  const std::size_t more = differences.size() - 1;
  const std::string count = more == 0   ? ""
                            : more == 1 ? " There is one more difference."
                                        : fmt::format(" There are {} more differences.", more);
  return fmt::format(
      "This is quoted from the macro {} but is not its wording any more. The macro says {}, the page {}.{}",
      in_backticks(compared.macro->title), excerpt(compared.original, first.original_begin, first.original_end),
      excerpt(compared.quoted, first.quote_begin, first.quote_end), count);
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  for (const ComparedQuote& compared : project.quotes->of(document)) {
    if (compared.standing != ComparedQuote::Standing::differs) {
      continue;
    }
    const Difference& first = compared.alignment.differences.front();
    Diagnostic& diagnostic =
        reporter.report({document.source, span_of(compared.quoted, first.quote_begin, first.quote_end)},
                        compared.macro->title, message_of(compared));
    diagnostic.cause = compared.view.source;
    diagnostic.related.push_back(
        {compared.view.place(span_of(compared.original, first.original_begin, first.original_end)),
         "the macro's wording is here"});
    if (std::optional<Suggestion> suggestion = suggest_present_wording(*document.source, compared)) {
      diagnostic.suggestions.push_back(std::move(*suggestion));
    }
  }
}

}  // namespace

extern const Rule drift_quote;
const Rule drift_quote = {
    .name = "drift-quote",
    .severity = Severity::warning,
    .summary = "A page quotes a macro in words that the macro no longer has",
    .explanation =
        R"(Compares block quotes, code blocks and quoted sentences that a page introduces as a macro's wording with the comments, subjects and managed content of that macro.

A quote is introduced by the paragraph, list item or heading before it, or by a caption behind it, which names exactly one macro and says that its words follow: "The macro reads:". White space, punctuation, case, typography and marks of Markdown and HTML do not count. Placeholders stand for whatever the page has in their place, `[name]` in the page for whatever the macro has there, and `…` or `[...]` for something that is left out. A part of the wording is a quote, too. Texts that hardly resemble the macro's are taken for something else, as are examples and replies that the page says to edit.

Agents rely on the page and promise what the macro does not say. Bring the quote up to date, or leave it out and point to the macro. More is in [drift.md](drift.md#quotes).)",
    .bad = R"(-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'comment_value'
  value: 'Hi {{ticket.requester.first_name}}, please send the parcel back within 7 days. The label is attached.'
-- handbook/content/returns.md --
The `General::Return Label` macro reads:

> Hi [name], please send the parcel back within 5 days. The label is attached.
)",
    .good = R"(-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'comment_value'
  value: 'Hi {{ticket.requester.first_name}}, please send the parcel back within 7 days. The label is attached.'
-- handbook/content/returns.md --
The `General::Return Label` macro reads:

> Hi [name], please send the parcel back within 7 days. The label is attached.
)",
    .check_document = check,
};

}  // namespace macrolint
