#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "drift/quote/comparison.h"
#include "rule/reference_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

/// Something that a page says about a macro, and the file of the macro that decides whether it is still so.
struct Statement {
  const Macro* macro = nullptr;
  Span span;
  const Source* decided_by = nullptr;
};

/// What may have been true once and is not seen to be true now. A quote that is still verbatim is no reason to look at
/// the page again, whenever the macro was changed.
std::vector<Statement> doubtful_statements(const Project& project, const Document& document) {
  std::vector<Statement> statements;
  for (const ComparedQuote& compared : project.quotes->of(document)) {
    const bool is_meant =
        compared.standing == ComparedQuote::Standing::differs ||
        (compared.standing == ComparedQuote::Standing::unlike && compared.quote.introduction == Introduction::strong);
    if (is_meant) {
      statements.push_back({compared.macro, compared.quote.span, compared.view.source});
    }
  }
  return statements;
}

void ask_history(const Project& project, const Document& document, HistoryRequest& request) {
  for (const Statement& statement : doubtful_statements(project, document)) {
    request.last_changes.insert(document.source->path);
    request.last_changes.insert(statement.decided_by->path);
  }
}

std::optional<std::int64_t> last_change(const Project& project, const Source& source) {
  const auto found = project.history.last_changes.find(source.path);
  return found == project.history.last_changes.end() ? std::nullopt : std::optional(found->second);
}

/// The day of a commit in UTC. Commits can claim any time.
std::string day_of(std::int64_t seconds) {
  constexpr std::int64_t last_second_of_9999 = 253'402'300'799;
  const std::chrono::sys_seconds time(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, last_second_of_9999)));
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const std::optional<std::int64_t> page_change =
      project.history.last_changes.empty() ? std::nullopt : last_change(project, *document.source);
  if (!page_change) {
    return;
  }
  std::set<const Macro*> reported;
  for (const Statement& statement : doubtful_statements(project, document)) {
    const std::optional<std::int64_t> macro_change = last_change(project, *statement.decided_by);
    if (!macro_change || *macro_change <= *page_change || !reported.insert(statement.macro).second) {
      continue;
    }
    Diagnostic& diagnostic = reporter.report(
        {document.source, statement.span}, statement.macro->title,
        fmt::format(
            "The page quotes the macro `{}`, whose text was changed on {}; the page was last changed before, on "
            "{}. Read the quote against the macro.",
            statement.macro->title, day_of(*macro_change), day_of(*page_change)));
    diagnostic.cause = statement.decided_by;
    diagnostic.related.push_back(title_of(*statement.macro));
  }
}

}  // namespace

extern const Rule drift_stale_page;
const Rule drift_stale_page = {
    .name = "drift-stale-page",
    .severity = Severity::note,
    .summary = "A page that quotes a macro is older than the macro's text",
    .explanation =
        R"(Looks in git for the last change of a page that quotes a macro and of the file that holds the macro's text, and reports the page if the text was changed later. Quotes that are still verbatim are no reason to look again and are left out; what is left is what `drift-quote` reports, and quotes that are too different to be compared.

The rule is silent where there is no git history: outside of a repository, for files that are not committed, and where a shallow clone does not reach back to the change. In a pipeline, clone with enough depth. History is only read if there is such a page.

Read the quote against the macro and bring it up to date. How quotes are found is in [drift.md](drift.md#quotes). In the example, the file `.history` says when the others were last changed.)",
    .bad = R"(-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'comment_value'
  value: 'You can print the label at home. Every post office takes the parcel.'
-- handbook/content/returns.md --
The `General::Return Label` macro reads:

> Please collect your label from the shop within a week and bring the receipt.
-- .history --
2025-03-01 macros/sync/data/active/General/Return Label.yaml
2025-01-15 handbook/content/returns.md
)",
    .good = R"(-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'comment_value'
  value: 'You can print the label at home. Every post office takes the parcel.'
-- handbook/content/returns.md --
The `General::Return Label` macro reads:

> You can print the label at home. Every post office takes the parcel.
-- .history --
2025-03-01 macros/sync/data/active/General/Return Label.yaml
2025-01-15 handbook/content/returns.md
)",
    .ask_history = ask_history,
    .check_document = check,
};

}  // namespace macrolint
