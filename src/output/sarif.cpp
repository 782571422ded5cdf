#include "output/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "output/finding_text.h"
#include "output/json_text.h"
#include "output/printable.h"
#include "output/sarif_text.h"
#include "rule/rule.h"

namespace macrolint {

namespace {

using nlohmann::ordered_json;

/// What paths within the repository are relative to; who reads the file knows where the repository is.
constexpr const char* base_id = "%SRCROOT%";

ordered_json message_of(std::string_view text) {
  ordered_json message;
  message["text"] = sarif_message(printable(text));
  return message;
}

class SarifWriter {
 public:
  explicit SarifWriter(const ReportPaths& paths) : paths_(paths) {}

  ordered_json result_of(const Diagnostic& diagnostic) {
    ordered_json result;
    result["ruleId"] = diagnostic.rule;
    result["ruleIndex"] = indexes_.at(diagnostic.rule);
    result["level"] = name_of(diagnostic.severity);
    result["message"] = message_of(message_with_suggestions(diagnostic));
    ordered_json location;
    location["physicalLocation"] = physical_location(diagnostic.place, diagnostic.begin, diagnostic.end);
    result["locations"] = ordered_json::array({std::move(location)});
    for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
      const Related& related = diagnostic.related[i];
      ordered_json entry;
      entry["id"] = i;
      entry["physicalLocation"] = physical_location(related.place, diagnostic.related_positions.at(i),
                                                    position(*related.place.source, related.place.span.end));
      entry["message"] = message_of(related.message);
      result["relatedLocations"].push_back(std::move(entry));
    }
    for (const Suggestion& suggestion : diagnostic.suggestions) {
      if (!suggestion.edits.empty()) {
        result["fixes"].push_back(fix_of(suggestion));
      }
    }
    result["partialFingerprints"]["macrolintFinding/v1"] = diagnostic.fingerprint;
    return result;
  }

  /// The rules that have findings, in the order of their names; results name them by their index.
  ordered_json rules_of(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      indexes_[diagnostic.rule];
    }
    ordered_json rules = ordered_json::array();
    for (auto& [name, index] : indexes_) {
      index = rules.size();
      rules.push_back(rule_named(name));
    }
    return rules;
  }

 private:
  static ordered_json rule_named(std::string_view name) {
    ordered_json entry;
    entry["id"] = name;
    if (const Rule* rule = find_rule(name); rule != nullptr) {
      const std::string explanation = sarif_message(rule->explanation);
      const std::string more = fmt::format("\n\nRun `macrolint explain {}` for examples.", name);
      entry["shortDescription"]["text"] = sarif_message(rule->summary);
      entry["fullDescription"]["text"] = explanation;
      entry["help"]["text"] = explanation + more;
      entry["help"]["markdown"] = explanation + more;
      entry["defaultConfiguration"]["level"] = name_of(rule->severity);
    }
    return entry;
  }

  /// Most findings have no edits; the lines of a file are looked up for those that have.
  Position position(const Source& source, std::uint32_t offset) {
    return lines_.try_emplace(&source, source.text).first->second.position(offset);
  }

  ordered_json artifact(const Source& source) const {
    ordered_json location;
    if (paths_.is_inside(source)) {
      location["uri"] = relative_uri(paths_.path(source));
      location["uriBaseId"] = base_id;
    } else {
      location["uri"] = file_uri(paths_.absolute(source));
    }
    return location;
  }

  /// A place in characters and in bytes, which have to mean the same.
  static ordered_json region(const Place& place, Position begin, Position end) {
    const std::uint32_t mark = std::string_view(place.source->text).starts_with("\xEF\xBB\xBF") ? 1 : 0;
    const auto column = [&](Position position) {
      // SARIF does not count a byte order mark.
      return position.line == 1 && position.column > mark ? position.column - mark : position.column;
    };
    ordered_json region;
    region["startLine"] = begin.line;
    region["startColumn"] = column(begin);
    region["endLine"] = end.line;
    region["endColumn"] = column(end);
    region["byteOffset"] = place.span.begin;
    region["byteLength"] = place.span.size();
    return region;
  }

  [[nodiscard]] ordered_json physical_location(const Place& place, Position begin, Position end) const {
    ordered_json location;
    location["artifactLocation"] = artifact(*place.source);
    location["region"] = region(place, begin, end);
    return location;
  }

  /// SARIF keeps the edits of each file together.
  ordered_json fix_of(const Suggestion& suggestion) {
    std::vector<std::pair<const Source*, ordered_json>> files;
    for (const Edit& edit : suggestion.edits) {
      const Source& source = *edit.place.source;
      ordered_json replacement;
      replacement["deletedRegion"] =
          region(edit.place, position(source, edit.place.span.begin), position(source, edit.place.span.end));
      replacement["insertedContent"]["text"] = edit.replacement;
      auto file = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.first == &source; });
      if (file == files.end()) {
        file = files.emplace(files.end(), &source, ordered_json::array());
      }
      file->second.push_back(std::move(replacement));
    }
    ordered_json fix;
    fix["description"] = message_of(sentence_of(suggestion));
    for (auto& [source, replacements] : files) {
      ordered_json change;
      change["artifactLocation"] = artifact(*source);
      change["replacements"] = std::move(replacements);
      fix["artifactChanges"].push_back(std::move(change));
    }
    return fix;
  }

  const ReportPaths& paths_;
  std::map<std::string_view, std::size_t> indexes_;
  std::map<const Source*, LineIndex> lines_;
};

}  // namespace

std::string format_sarif(const LintResult& result, const ReportPaths& paths, std::string_view version) {
  SarifWriter writer(paths);
  ordered_json run;
  ordered_json& driver = run["tool"]["driver"];
  driver["name"] = "macrolint";
  driver["semanticVersion"] = version;
  driver["rules"] = writer.rules_of(result.diagnostics);
  run["originalUriBaseIds"][base_id]["description"]["text"] = "The root of the repository.";
  run["columnKind"] = "unicodeCodePoints";
  run["defaultEncoding"] = "UTF-8";
  ordered_json& results = run["results"] = ordered_json::array();
  for (const Diagnostic& diagnostic : result.diagnostics) {
    results.push_back(writer.result_of(diagnostic));
  }
  ordered_json document;
  document["$schema"] = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json";
  document["version"] = "2.1.0";
  document["runs"] = ordered_json::array({std::move(run)});
  return to_text(document);
}

}  // namespace macrolint
