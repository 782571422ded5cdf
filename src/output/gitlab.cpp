#include "output/gitlab.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "output/finding_text.h"
#include "output/json_text.h"
#include "output/printable.h"
#include "output/unique_names.h"

namespace macrolint {

namespace {

using nlohmann::ordered_json;

/// `critical` and `blocker` stay free: a wrong macro misleads people, it breaks no build.
std::string_view severity_in_gitlab(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      return "major";
  }
  return "major";
}

}  // namespace

std::string format_gitlab(const LintResult& result, const ReportPaths& paths) {
  ordered_json report = ordered_json::array();
  // Of two equal ones GitLab would show the first only.
  UniqueNames fingerprints;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    ordered_json entry;
    entry["description"] = printable(message_with_suggestions(diagnostic));
    entry["check_name"] = diagnostic.rule;
    entry["fingerprint"] = fingerprints.unique(diagnostic.fingerprint);
    entry["severity"] = severity_in_gitlab(diagnostic.severity);
    entry["location"]["path"] = paths.path(*diagnostic.place.source);
    entry["location"]["lines"]["begin"] = diagnostic.begin.line;
    report.push_back(std::move(entry));
  }
  return to_text(report);
}

}  // namespace macrolint
