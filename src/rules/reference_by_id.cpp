#include <fmt/format.h>

#include <algorithm>

#include "index/title_key.h"
#include "link/macro_number.h"
#include "link/url.h"
#include "mention/candidates.h"
#include "rule/reference_findings.h"
#include "rule/rule.h"
#include "rule/title_edit.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// A label that tells readers nothing: a number or an address.
bool is_number_or_address(std::string_view label) {
  const auto is_mark = [](char byte) { return byte == '`' || byte == '#' || is_space(byte); };
  while (!label.empty() && is_mark(label.front())) {
    label.remove_prefix(1);
  }
  while (!label.empty() && is_mark(label.back())) {
    label.remove_suffix(1);
  }
  const bool is_number = !label.empty() && std::all_of(label.begin(), label.end(), is_digit);
  return is_number || starts_with_ignoring_case(label, "http://") || starts_with_ignoring_case(label, "https://");
}

/// The edit that puts the title where readers see the number; none for a label that says something of its own.
std::vector<Edit> title_as_label(const Reference& reference, const Link& link, std::string_view title) {
  const Source& source = *reference.document->source;
  const bool is_code = title.find_first_of("`|{\n") == std::string_view::npos;
  const std::string label = is_code ? fmt::format("`{}`", title) : escaped_title(title);
  std::vector<Edit> edits;
  if (link.kind == Link::Kind::autolink) {
    Span whole = link.whole;
    const std::string_view text = source.text;
    if (whole.begin > 0 && text[whole.begin - 1] == '<' && whole.end < text.size() && text[whole.end] == '>') {
      whole = {whole.begin - 1, whole.end + 1};
    }
    edits.push_back({{&source, whole}, fmt::format("[{}]({})", label, safe_in_destination(link.url))});
  } else if (link.kind == Link::Kind::inline_link && is_number_or_address(source.slice(link.label))) {
    edits.push_back({{&source, link.label}, label});
  }
  return edits;
}

void report(const Reference& reference, const Reporter& reporter) {
  const Link& link = reference.document->links[static_cast<std::size_t>(reference.mention->link)];
  const Macro* macro = reference.by_link.macro;
  const std::string number = std::to_string(macro_number_in(reference.url()));
  Diagnostic& diagnostic = reporter.report(
      reference.place(), std::string(reference.document->source->slice(reference.span)),
      macro == nullptr
          ? fmt::format("This names a macro by its number {} only. Name it by its title.", number)
          : fmt::format("This names the macro `{}` by its number only. Name it by its title.", macro->title));
  if (macro != nullptr) {
    diagnostic.suggestions.push_back({fmt::format("write `{}`", macro->title), Applicability::unsafe,
                                      title_as_label(reference, link, macro->title)});
    diagnostic.related.push_back(title_of(*macro));
  }
}

/// Whether the label says what the macro is called, as far as can be told: in words that a title may have, or, where
/// the title is known, with the last part of it.
bool gives_title(const Reference& reference, std::string_view label) {
  const Macro* macro = reference.by_link.macro;
  if (reference.by_title.kind != TitleMatch::Kind::none || reference.asserted) {
    return true;
  }
  if (macro == nullptr) {
    label.remove_prefix(std::min(label.find_first_not_of("\"'`*_"), label.size()));
    return looks_like_title(label);
  }
  const std::size_t last_part = macro->title.rfind("::");
  const std::string key = title_key(macro->title.substr(last_part == std::string::npos ? 0 : last_part));
  return title_key(label).find(key.substr(key.starts_with("::") ? 2 : 0)) != std::string::npos;
}

bool is_number_only(const Project& project, const Reference& reference) {
  const std::string_view url = reference.url();
  if (url.empty() || macro_number_in(url) == 0 ||
      gives_title(reference, reference.document->source->slice(reference.span))) {
    return false;
  }
  const bool is_unknown = reference.by_link.macro == nullptr && numbering_instance(project, reference).has_value();
  return !is_unknown;  // `reference-unknown-macro` says so
}

void check(const Project& project, const Reporter& reporter) {
  for_each_reference(project, [&](const Reference& reference) {
    if (is_number_only(project, reference)) {
      report(reference, reporter);
    }
  });
}

}  // namespace

extern const Rule reference_by_id;
const Rule reference_by_id = {
    .name = "reference-by-id",
    .severity = Severity::note,
    .summary = "A page names a macro by its number only",
    .explanation =
        "The link leads to a macro in Zendesk, or to a search for one, by its number, and its label does not say the "
        "title. Nobody who reads the page, and no tool, can tell whether it is still the macro that is meant, and "
        "people without access to Zendesk learn nothing. Write the title. Where an export or a snapshot tells which "
        "macro has the number, it is suggested.",
    .bad =
        "-- .macrolint.yml --\n"
        "version: 1\n"
        "instances:\n"
        "  example: {export: macros.json}\n"
        "documents:\n"
        "  - {kind: hugo, path: handbook}\n"
        "-- macros.json --\n"
        "{\"macros\": [{\"id\": 360001, \"url\": \"https://example.zendesk.com/api/v2/macros/360001.json\",\n"
        "  \"title\": \"General::Return Label\", \"active\": true,\n"
        "  \"actions\": [{\"field\": \"status\", \"value\": \"pending\"}]}]}\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the [360001](https://example.zendesk.com/agent/admin/macros/360001) macro.\n",
    .good =
        "-- .macrolint.yml --\n"
        "version: 1\n"
        "instances:\n"
        "  example: {export: macros.json}\n"
        "documents:\n"
        "  - {kind: hugo, path: handbook}\n"
        "-- macros.json --\n"
        "{\"macros\": [{\"id\": 360001, \"url\": \"https://example.zendesk.com/api/v2/macros/360001.json\",\n"
        "  \"title\": \"General::Return Label\", \"active\": true,\n"
        "  \"actions\": [{\"field\": \"status\", \"value\": \"pending\"}]}]}\n"
        "-- handbook/content/returns.md --\n"
        "To send a label, use the [`General::Return Label`](https://example.zendesk.com/agent/admin/macros/360001) "
        "macro.\n",
    .check_project = check,
};

}  // namespace macrolint
