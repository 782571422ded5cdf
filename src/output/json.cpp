#include "output/json.h"

#include "output/json_writer.h"

namespace macrolint {

namespace {

/// The version of this format; it grows when a key changes its meaning or goes away.
constexpr int format_version = 1;

void write(JsonWriter& json, const LintSummary& summary, std::uint64_t elapsed_ms) {
  json.begin_object();
  json.member("files", summary.files);
  json.member("documents", summary.documents);
  json.member("macros", summary.macros);
  json.member("references", summary.references);
  json.member("links", summary.links);
  json.member("errors", summary.errors);
  json.member("warnings", summary.warnings);
  json.member("notes", summary.notes);
  json.member("elapsed_ms", elapsed_ms);
  json.end_object();
}

void write(JsonWriter& json, const Suggestion& suggestion) {
  json.begin_object();
  json.member("message", suggestion.message);
  json.member("applicability", name_of(suggestion.applicability));
  json.key("edits");
  json.begin_array();
  for (const Edit& edit : suggestion.edits) {
    json.begin_object();
    json.member("path", edit.place.source->path);
    json.member("start", edit.place.span.begin);
    json.member("end", edit.place.span.end);
    json.member("replacement", edit.replacement);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write(JsonWriter& json, const Related& related, Position position) {
  json.begin_object();
  json.member("path", related.place.source->path);
  json.member("line", position.line);
  json.member("column", position.column);
  json.member("message", related.message);
  json.end_object();
}

void write(JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  json.member("rule", diagnostic.rule);
  json.member("severity", name_of(diagnostic.severity));
  json.member("path", diagnostic.place.source->path);
  json.member("line", diagnostic.begin.line);
  json.member("column", diagnostic.begin.column);
  json.member("end_line", diagnostic.end.line);
  json.member("end_column", diagnostic.end.column);
  json.member("message", diagnostic.message);
  json.member("subject", diagnostic.subject);
  json.key("suggestions");
  json.begin_array();
  for (const Suggestion& suggestion : diagnostic.suggestions) {
    write(json, suggestion);
  }
  json.end_array();
  json.key("related");
  json.begin_array();
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    write(json, diagnostic.related[i], diagnostic.related_positions.at(i));
  }
  json.end_array();
  json.member("fingerprint", diagnostic.fingerprint);
  json.end_object();
}

}  // namespace

std::string format_json(const LintResult& result, std::uint64_t elapsed_ms, std::string_view version) {
  JsonWriter json;
  json.begin_object();
  json.member("version", format_version);
  json.key("tool");
  json.begin_object();
  json.member("name", "macrolint");
  json.member("version", version);
  json.end_object();
  json.key("summary");
  write(json, result.summary, elapsed_ms);
  json.key("diagnostics");
  json.begin_array();
  for (const Diagnostic& diagnostic : result.diagnostics) {
    write(json, diagnostic);
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace macrolint
