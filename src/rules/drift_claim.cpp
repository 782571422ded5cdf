#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "drift/claim/contradiction.h"
#include "drift/claim/find_claims.h"
#include "drift/macros_meant.h"
#include "rule/reference_findings.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

using Kind = Claim::Kind;

std::string described(const Claim& claim) {
  switch (claim.kind) {
    case Kind::adds_tag:
      return fmt::format("adds the tag `{}`", claim.value);
    case Kind::removes_tag:
      return fmt::format("removes the tag `{}`", claim.value);
    case Kind::sets_status:
      return fmt::format("sets the status `{}`", claim.value);
    case Kind::sets_priority:
      return fmt::format("sets the priority `{}`", claim.value);
    case Kind::sets_type:
      return fmt::format("sets the type `{}`", claim.value);
    case Kind::sets_form:
      return fmt::format("changes the form to `{}`", claim.value);
    case Kind::sets_field:
      return fmt::format("sets the field `{}` to `{}`", claim.field, claim.value);
    case Kind::assigns_to_agent:
      return "assigns the ticket to you";
    case Kind::assigns_to_group:
      return fmt::format("assigns the ticket to the group `{}`", claim.value);
    case Kind::public_reply:
      return "writes a public reply";
    case Kind::internal_note:
      return "writes an internal note";
  }
  return "";
}

/// Nothing if one of the macros bears the claim out.
std::optional<Contradiction> contradiction_of_all(const Project& project, const PlacedClaim& placed) {
  std::optional<Contradiction> first;
  for (const Macro* macro : macros_meant(project, *placed.reference)) {
    auto found = contradiction(placed.claim, *macro);
    if (!found.has_value()) {
      return std::nullopt;
    }
    if (macro == placed.reference->macro) {
      first = std::move(found);
    }
  }
  return first;
}

void report(const PlacedClaim& placed, const Contradiction& found, const Reporter& reporter) {
  const Macro& macro = *placed.reference->macro;
  const Source& source = *placed.reference->document->source;
  const Place place = placed.place();
  Diagnostic& diagnostic = reporter.report(place, std::string(source.slice(place.span)),
                                           fmt::format("The page says that the macro `{}` {}, but {}.", macro.title,
                                                       described(placed.claim), found.instead));
  if (!found.value.empty()) {
    const Span written = placed.passage->text.source_span(placed.claim.value_begin, placed.claim.value_end);
    diagnostic.suggestions.push_back({fmt::format("write `{}`, or change the macro", found.value),
                                      Applicability::unsafe,
                                      {{{&source, written}, found.value}}});
  }
  diagnostic.cause = macro.source;
  diagnostic.related.push_back({found.place, fmt::format("the macro `{}` is here", macro.title)});
}

void check(const Project& project, const Document& document, const Reporter& reporter) {
  const std::vector<Reference>& references = references_of(project, document);
  const auto is_known = [](const Reference& one) { return one.macro != nullptr; };
  if (std::none_of(references.begin(), references.end(), is_known)) {
    return;
  }
  for (const PlacedClaim& placed : find_claims(project.passages.of(document), references)) {
    // What a macro did before it was deactivated, its file no longer says.
    if (!placed.reference->macro->active) {
      continue;
    }
    if (const auto found = contradiction_of_all(project, placed)) {
      report(placed, *found, reporter);
    }
  }
}

}  // namespace

extern const Rule drift_claim;
const Rule drift_claim = {
    .name = "drift-claim",
    .severity = Severity::warning,
    .summary = "A page says that a macro does something that its actions do not",
    .explanation =
        "Pages tell what a macro does besides sending its text: tags that it adds or removes, the status, priority, "
        "type "
        "form or field that it sets, whether its comment is public, whom it assigns the ticket to. When the macro "
        "changes "
        "and "
        "the page does not, people rely on something that no longer happens. Only sentences and lists that are plainly "
        "about one macro are compared; where a value is a number or a placeholder, nothing is said. Correct the page, "
        "or the macro.",
    .bad =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'solved'\n"
        "-- handbook/content/returns.md --\n"
        "Use the `General::Return Label` macro. This macro sets the ticket to Pending.\n",
    .good =
        "-- macros/sync/data/active/General/Return Label.yaml --\n"
        "title: 'General::Return Label'\n"
        "active: true\n"
        "actions:\n"
        "- field: 'status'\n"
        "  value: 'pending'\n"
        "-- handbook/content/returns.md --\n"
        "Use the `General::Return Label` macro. This macro sets the ticket to Pending.\n",
    .check_document = check,
};

}  // namespace macrolint
