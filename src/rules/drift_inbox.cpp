#include <fmt/format.h>

#include <string>

#include "drift/inbox/disagreement.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

std::string thing_of(const InboxStatement& statement) {
  return statement.macro != nullptr ? fmt::format("the macro `{}`", statement.macro->title)
                                    : fmt::format("\"{}\"", statement.name.written);
}

std::string message_of(const InboxDrift& drift, std::string_view written) {
  const std::string thing = thing_of(drift.statement);
  switch (drift.against) {
    case InboxDrift::Against::macro:
      return drift.statement.macro != nullptr
                 ? fmt::format(
                       "The page says that {} names `{}`, but its text names `{}`. Find out which inbox is "
                       "read, and name it in both.",
                       thing, written, drift.expected)
                 : fmt::format(
                       "The page gives `{}` for {}, but the text of the macro `{}` names `{}`. Find out which "
                       "inbox is read, and name it in both.",
                       written, thing, drift.macro->title, drift.expected);
    case InboxDrift::Against::configuration:
      return fmt::format(
          "The page gives `{}` for {}, but the configured inbox of that name is `{}`. Correct the one "
          "that is out of date.",
          written, thing, drift.expected);
    case InboxDrift::Against::page:
      break;
  }
  const bool same_page = drift.others.front().source == drift.statement.page->source;
  return fmt::format(
      "The page gives `{}` for {}, but `{}` is given for it {}. Find out which inbox is read, and name "
      "it in both places.",
      written, thing, drift.expected,
      same_page ? "elsewhere in this page" : fmt::format("in {}", drift.others.front().source->path));
}

std::string message_of_other(const InboxDrift& drift) {
  switch (drift.against) {
    case InboxDrift::Against::macro:
      return fmt::format("the macro names `{}` here", drift.expected);
    case InboxDrift::Against::configuration:
      return fmt::format("the configuration has `{}`", drift.expected);
    case InboxDrift::Against::page:
      break;
  }
  return fmt::format("`{}` is given here", drift.expected);
}

void check(const Project& project, const Reporter& reporter) {
  for (const InboxDrift& drift : find_inbox_drift(project)) {
    const InboxStatement& statement = drift.statement;
    const Source* source = statement.page->source;
    const std::string written(source->slice(statement.spans.front()));
    Diagnostic& diagnostic = reporter.report({source, statement.spans.front()}, written, message_of(drift, written));
    for (const Place& other : drift.others) {
      diagnostic.related.push_back({other, message_of_other(drift)});
    }
    if (drift.against != InboxDrift::Against::configuration && drift.others.front().source != source) {
      diagnostic.cause = drift.others.front().source;
    }
    if (!drift.page_is_configured) {
      Suggestion& suggestion = diagnostic.suggestions.emplace_back();
      suggestion.message = fmt::format("write `{}`", drift.expected);
      suggestion.applicability = Applicability::unsafe;
      for (const Span span : statement.spans) {
        suggestion.edits.push_back({{source, span}, drift.expected});
      }
    }
  }
}

}  // namespace

extern const Rule drift_inbox;
const Rule drift_inbox = {
    .name = "drift-inbox",
    .severity = Severity::warning,
    .summary = "Two places give different inboxes for the same thing",
    .explanation =
        "Where a page says which inbox a program, team or topic has, the macro of that program, the configuration and "
        "the other pages have to say the same, or customers write to an inbox that nobody reads. Only what is said "
        "beyond doubt is compared: lists and tables of names and addresses, and sentences with one of each. "
        "[Inboxes](drift.md#inboxes) says how names are told apart. Find out which inbox is read, and name it "
        "everywhere.",
    .bad =
        "-- macros/sync/data/active/General/EDU Response.yaml --\n"
        "title: 'General::EDU Response'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'comment_value'\n"
        "  value: 'Please write to education@example.com.'\n"
        "-- handbook/content/programs.md --\n"
        "## Education (EDU)\n"
        "\n"
        "Send the `General::EDU Response` macro.\n"
        "\n"
        "## Inboxes\n"
        "\n"
        "- EDU: startups@example.com\n"
        "- OSS: opensource@example.com\n",
    .good =
        "-- macros/sync/data/active/General/EDU Response.yaml --\n"
        "title: 'General::EDU Response'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'comment_value'\n"
        "  value: 'Please write to education@example.com.'\n"
        "-- handbook/content/programs.md --\n"
        "## Education (EDU)\n"
        "\n"
        "Send the `General::EDU Response` macro.\n"
        "\n"
        "## Inboxes\n"
        "\n"
        "- EDU: education@example.com\n"
        "- OSS: opensource@example.com\n",
    .check_project = check,
};

}  // namespace macrolint
