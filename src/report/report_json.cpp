#include "report/report_json.h"

#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>
#include <vector>

#include "output/json_text.h"
#include "output/printable.h"

namespace macrolint {

namespace {

using nlohmann::ordered_json;

/// The version of this format; it grows when a key changes its meaning or goes away.
constexpr int format_version = 1;

std::string_view name_of(const Health& health) {
  return health.has_value() ? macrolint::name_of(*health) : std::string_view("good");
}

ordered_json to_json(const SeverityCounts& counts) {
  return {{"errors", counts.errors}, {"warnings", counts.warnings}, {"notes", counts.notes}};
}

ordered_json to_json(const ReportPlace& place) {
  return {{"path", place.path}, {"line", place.line}, {"url", place.url}};
}

template <typename Item>
ordered_json list_of(const std::vector<Item>& items, ordered_json (*convert)(const std::type_identity_t<Item>&)) {
  ordered_json list = ordered_json::array();
  for (const Item& item : items) {
    list.push_back(convert(item));
  }
  return list;
}

ordered_json summary_of(const Report& report) {
  const LintSummary& summary = report.summary;
  ordered_json json;
  json["documents"] = summary.documents;
  json["documents_with_references"] = report.documents_with_references;
  json["macros"] = summary.macros;
  json["active_macros"] = report.active_macros;
  json["documented_macros"] = report.documented_macros;
  json["references"] = summary.references;
  json["links"] = summary.links;
  json["inboxes"] = report.inboxes.size();
  json["channels"] = report.channels.size();
  json["errors"] = summary.errors;
  json["warnings"] = summary.warnings;
  json["notes"] = summary.notes;
  json["suppressed"] = summary.suppressed;
  return json;
}

ordered_json to_json(const RuleCount& count) {
  ordered_json json;
  json["rule"] = count.rule;
  json["summary"] = count.summary;
  json["severity"] = macrolint::name_of(count.severity);
  json["findings"] = count.findings;
  return json;
}

ordered_json to_json(const Coverage& coverage) {
  ordered_json json;
  json["instance"] = coverage.instance;
  json["folder"] = coverage.folder;
  json["active"] = coverage.active;
  json["documented"] = coverage.documented;
  return json;
}

ordered_json to_json(const TrendPoint& point) {
  ordered_json json;
  json["label"] = point.label;
  json["has_date"] = point.has_date;
  json["errors"] = point.errors;
  json["warnings"] = point.warnings;
  json["notes"] = point.notes;
  json["macros"] = point.macros;
  json["references"] = point.references;
  if (point.documented_macros.has_value()) {
    json["documented_macros"] = *point.documented_macros;
  }
  return json;
}

ordered_json related_of(const ReportFinding& finding) {
  ordered_json list = ordered_json::array();
  for (std::size_t i = 0; i < finding.diagnostic->related.size(); ++i) {
    const Related& related = finding.diagnostic->related[i];
    ordered_json json;
    json["path"] = related.place.source->path;
    json["line"] = finding.diagnostic->related_positions.at(i).line;
    json["url"] = finding.related_urls.at(i);
    json["message"] = related.message;
    list.push_back(std::move(json));
  }
  return list;
}

ordered_json to_json(const ReportFinding& finding) {
  const Diagnostic& diagnostic = *finding.diagnostic;
  ordered_json json;
  json["rule"] = diagnostic.rule;
  json["severity"] = macrolint::name_of(diagnostic.severity);
  json["path"] = diagnostic.place.source->path;
  json["line"] = diagnostic.begin.line;
  json["column"] = diagnostic.begin.column;
  json["url"] = finding.url;
  json["owners"] = finding.owners;
  json["message"] = printable(diagnostic.message);
  json["excerpt"] = {
      {"before", finding.excerpt.before}, {"marked", finding.excerpt.marked}, {"after", finding.excerpt.after}};
  ordered_json& suggestions = json["suggestions"] = ordered_json::array();
  for (const Suggestion& suggestion : diagnostic.suggestions) {
    suggestions.push_back(suggestion.message);
  }
  json["related"] = related_of(finding);
  json["fingerprint"] = diagnostic.fingerprint;
  return json;
}

ordered_json to_json(const ReportDocument& document) {
  ordered_json json;
  json["path"] = document.path;
  json["title"] = document.title;
  json["url"] = document.url;
  json["owners"] = document.owners;
  json["findings"] = to_json(document.findings);
  json["health"] = name_of(document.health);
  json["in_picture"] = document.in_picture;
  return json;
}

ordered_json to_json(const ReportReference& reference) {
  ordered_json json;
  json["document"] = reference.document;
  json["macro"] = reference.macro.has_value() ? ordered_json(*reference.macro) : ordered_json();
  json["line"] = reference.line;
  json["url"] = reference.url;
  json["title"] = reference.title;
  json["match"] = macrolint::name_of(reference.match);
  json["health"] = name_of(reference.health);
  return json;
}

ordered_json to_json(const ReportAction& action) { return {{"field", action.field}, {"value", action.value}}; }

ordered_json to_json(const WordingBlock& block) {
  return {{"kind", macrolint::name_of(block.kind)}, {"text", block.text}};
}

std::string_view name_of(Side::State state) {
  switch (state) {
    case Side::State::absent:
      return "absent";
    case Side::State::present:
      return "present";
    case Side::State::unknown:
      break;
  }
  return "unknown";
}

ordered_json to_json(const Side& side) { return {{"state", name_of(side.state)}, {"value", side.value}}; }

ordered_json to_json(const Statement& statement) {
  return {{"text", statement.text}, {"places", list_of(statement.places, to_json)}};
}

ordered_json to_json(const Disagreement& disagreement) {
  ordered_json json;
  json["field"] = disagreement.field;
  json["documents"] = list_of(disagreement.documents, to_json);
  json["repository"] = to_json(disagreement.repository);
  json["zendesk"] = to_json(disagreement.zendesk);
  return json;
}

ordered_json to_json(const ReportMacro& macro) {
  ordered_json json;
  json["title"] = macro.title;
  json["instance"] = macro.instance;
  json["place"] = to_json(macro.place);
  json["wording_place"] = macro.wording_place.has_value() ? to_json(*macro.wording_place) : ordered_json();
  json["zendesk_place"] = macro.zendesk_place.has_value() ? to_json(*macro.zendesk_place) : ordered_json();
  json["active"] = macro.active;
  json["documented"] = macro.documented;
  json["owners"] = macro.owners;
  json["findings"] = to_json(macro.findings);
  json["health"] = name_of(macro.health);
  json["actions"] = list_of(macro.actions, to_json);
  json["wording"] = list_of(macro.wording, to_json);
  json["disagreements"] = list_of(macro.disagreements, to_json);
  return json;
}

ordered_json to_json(const NamedPlaces& named) {
  ordered_json json;
  json["name"] = named.name;
  json["details"] = named.details;
  json["configured"] = named.configured;
  json["places"] = list_of(named.places, to_json);
  return json;
}

}  // namespace

ordered_json report_json(const Report& report, std::string_view version) {
  ordered_json json;
  json["version"] = format_version;
  json["tool"]["name"] = "macrolint";
  json["tool"]["version"] = version;
  json["date"] = report.date;
  json["summary"] = summary_of(report);
  json["rules"] = list_of(report.rules, to_json);
  json["coverage"] = list_of(report.coverage, to_json);
  json["trend"] = list_of(report.trend, to_json);
  json["findings"] = list_of(report.findings, to_json);
  json["documents"] = list_of(report.documents, to_json);
  json["macros"] = list_of(report.macros, to_json);
  json["references"] = list_of(report.references, to_json);
  json["inboxes"] = list_of(report.inboxes, to_json);
  json["channels"] = list_of(report.channels, to_json);
  return json;
}

std::string format_report_json(const Report& report, std::string_view version) {
  return to_text(report_json(report, version));
}

}  // namespace macrolint
