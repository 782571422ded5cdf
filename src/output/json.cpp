#include "output/json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "output/json_text.h"
#include "rule/rule.h"
#include "source/text_hash.h"

namespace macrolint {

namespace {

using nlohmann::ordered_json;

struct SourceOrder {
  bool operator()(const Source* left, const Source* right) const { return left->path < right->path; }
};

/// The version of this format; it grows when a key changes its meaning or goes away.
constexpr int format_version = 1;

ordered_json summary_of(const LintSummary& summary, std::uint64_t elapsed_ms) {
  ordered_json json;
  json["files"] = summary.files;
  json["documents"] = summary.documents;
  json["macros"] = summary.macros;
  json["references"] = summary.references;
  json["links"] = summary.links;
  json["errors"] = summary.errors;
  json["warnings"] = summary.warnings;
  json["notes"] = summary.notes;
  json["suppressed"] = summary.suppressed;
  if (summary.baseline.has_value()) {
    json["baseline"]["held_back"] = summary.baseline->held_back;
    json["baseline"]["gone"] = summary.baseline->gone;
  }
  if (summary.fixed.has_value()) {
    ordered_json& fixed = json["fixed"];
    fixed["findings"] = summary.fixed->findings;
    fixed["files"] = summary.fixed->files;
    fixed["unsafe_left"] = summary.fixed->unsafe_left;
  }
  json["elapsed_ms"] = elapsed_ms;
  return json;
}

ordered_json to_json(const Suggestion& suggestion) {
  ordered_json edits = ordered_json::array();
  for (const Edit& edit : suggestion.edits) {
    ordered_json entry;
    entry["path"] = edit.place.source->path;
    entry["start"] = edit.place.span.begin;
    entry["end"] = edit.place.span.end;
    entry["replacement"] = edit.replacement;
    edits.push_back(std::move(entry));
  }
  ordered_json json;
  json["message"] = suggestion.message;
  json["applicability"] = name_of(suggestion.applicability);
  json["edits"] = std::move(edits);
  return json;
}

ordered_json to_json(const Related& related, Position position) {
  ordered_json json;
  json["path"] = related.place.source->path;
  json["line"] = position.line;
  json["column"] = position.column;
  json["start"] = related.place.span.begin;
  json["end"] = related.place.span.end;
  json["message"] = related.message;
  return json;
}

ordered_json to_json(const Diagnostic& diagnostic) {
  ordered_json json;
  json["rule"] = diagnostic.rule;
  json["severity"] = name_of(diagnostic.severity);
  json["path"] = diagnostic.place.source->path;
  json["line"] = diagnostic.begin.line;
  json["column"] = diagnostic.begin.column;
  json["end_line"] = diagnostic.end.line;
  json["end_column"] = diagnostic.end.column;
  json["start"] = diagnostic.place.span.begin;
  json["end"] = diagnostic.place.span.end;
  json["message"] = diagnostic.message;
  json["subject"] = diagnostic.subject;
  ordered_json& suggestions = json["suggestions"] = ordered_json::array();
  for (const Suggestion& suggestion : diagnostic.suggestions) {
    suggestions.push_back(to_json(suggestion));
  }
  ordered_json& related = json["related"] = ordered_json::array();
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    related.push_back(to_json(diagnostic.related[i], diagnostic.related_positions.at(i)));
  }
  json["fingerprint"] = diagnostic.fingerprint;
  return json;
}

/// The files that the findings point into.
std::set<const Source*, SourceOrder> sources_of(const std::vector<Diagnostic>& diagnostics) {
  std::set<const Source*, SourceOrder> sources;
  for (const Diagnostic& diagnostic : diagnostics) {
    sources.insert(diagnostic.place.source);
    for (const Related& related : diagnostic.related) {
      sources.insert(related.place.source);
    }
    for (const Suggestion& suggestion : diagnostic.suggestions) {
      for (const Edit& edit : suggestion.edits) {
        sources.insert(edit.place.source);
      }
    }
  }
  return sources;
}

/// Which part this is, and what `macrolint merge` needs beside the findings: the rules that are on, and from which
/// files it may take the lines that it shows.
ordered_json to_json(Shard shard, const LintResult& result) {
  ordered_json json;
  json["index"] = shard.index;
  json["total"] = shard.total;
  ordered_json& rules = json["rules"] = ordered_json::array();
  for (const Rule* rule : all_rules()) {
    if (is_on(result.project->configuration, rule->name)) {
      rules.push_back(rule->name);
    }
  }
  ordered_json& files = json["files"] = ordered_json::array();
  for (const Source* source : sources_of(result.diagnostics)) {
    ordered_json file;
    file["path"] = source->path;
    file["hash"] = hash_of(source->text);
    files.push_back(std::move(file));
  }
  return json;
}

}  // namespace

std::string format_json(const LintResult& result, std::uint64_t elapsed_ms, std::string_view version, unsigned jobs) {
  ordered_json document;
  document["version"] = format_version;
  document["tool"]["name"] = "macrolint";
  document["tool"]["version"] = version;
  if (result.shard.has_value()) {
    document["shard"] = to_json(*result.shard, result);
  }
  document["summary"] = summary_of(result.summary, elapsed_ms);
  const auto item = [&](std::size_t index) { return to_json(result.diagnostics[index]); };
  return to_text(std::move(document), {"diagnostics", result.diagnostics.size(), item, jobs});
}

}  // namespace macrolint
