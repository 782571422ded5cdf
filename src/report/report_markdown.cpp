#include "report/report_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "link/url.h"
#include "output/finding_text.h"
#include "output/markdown_text.h"
#include "output/text.h"

namespace macrolint {

namespace {

/// A place, as a link where it has an address.
std::string place_text(const std::string& path, std::uint32_t line, const std::string& url) {
  const std::string shown = fmt::format("{}, line {}", markdown_code(path), line);
  return url.empty() ? shown : fmt::format("[{}]({})", shown, safe_in_destination(url));
}

std::string place_text(const ReportPlace& place) { return place_text(place.path, place.line, place.url); }

std::size_t percent(std::size_t part, std::size_t whole) {
  constexpr std::size_t hundred = 100;
  return whole == 0 ? 0 : hundred * part / whole;
}

class MarkdownReport {
 public:
  explicit MarkdownReport(const Report& report) : report_(report) {
    for (const ReportReference& reference : report.references) {
      if (reference.macro.has_value()) {
        references_[*reference.macro].push_back(&reference);
      }
    }
  }

  std::string write() {
    text_ = fmt::format("# Consistency report, {}\n", report_.date);
    write_state();
    write_rules();
    write_trend();
    write_findings();
    write_macros();
    write_named("Inboxes", report_.inboxes);
    write_named("Slack channels", report_.channels);
    return std::move(text_);
  }

 private:
  template <typename... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    text_ += fmt::format(format, std::forward<Values>(values)...);
    text_ += '\n';
  }
  void heading(std::string_view title) { line("\n## {}\n", title); }

  void write_state() {
    const LintSummary& summary = report_.summary;
    heading("The state");
    line("- {}", counts_of(summary));
    line("- {}: {} active, {} inactive, {} active and undocumented", counted(summary.macros, "macro"),
         report_.active_macros, summary.macros - report_.active_macros,
         report_.active_macros - report_.documented_macros);
    line("- {}, {} of them with references to macros", counted(summary.documents, "document"),
         report_.documents_with_references);
    line("- {}, {}", counted(summary.references, "reference"), counted(summary.links, "link"));
    line("- {} {}, {}", report_.inboxes.size(), report_.inboxes.size() == 1 ? "inbox" : "inboxes",
         counted(report_.channels.size(), "Slack channel"));
    line("- Documents refer to {} % of the active macros", percent(report_.documented_macros, report_.active_macros));
    for (const Coverage& coverage : report_.coverage) {
      line("  - {} {}: {} of {}", markdown_code(coverage.instance),
           coverage.folder.empty() ? "(no folder)" : markdown_code(coverage.folder), coverage.documented,
           coverage.active);
    }
  }

  void write_rules() {
    if (report_.rules.empty()) {
      return;
    }
    heading("Findings by rule");
    line("| Rule | Severity | Findings | |\n|---|---|--:|---|");
    for (const RuleCount& count : report_.rules) {
      line("| {} | {} | {} | {} |", count.rule, name_of(count.severity), count.findings, markdown_text(count.summary));
    }
  }

  void write_trend() {
    if (report_.trend.size() < 2) {
      return;
    }
    heading("Trend");
    for (const TrendPoint& point : report_.trend) {
      line("- {}: {}, {}, {}", markdown_text(point.label), counted(point.errors, "error"),
           counted(point.warnings, "warning"), counted(point.notes, "note"));
    }
  }

  void write_findings() {
    heading("Findings");
    if (report_.findings.empty()) {
      line("There is nothing to report.");
    }
    std::string_view path;
    for (const ReportFinding& finding : report_.findings) {
      const Diagnostic& diagnostic = *finding.diagnostic;
      if (path != diagnostic.place.source->path || &finding == &report_.findings.front()) {
        path = diagnostic.place.source->path;
        line("{}### {}\n", &finding == &report_.findings.front() ? "" : "\n", markdown_code(path));
        write_owners(finding.owners);
      }
      line("- **{}** {}, {}: {}", name_of(diagnostic.severity), place_of(finding), diagnostic.rule,
           markdown_text(diagnostic.message));
      if (!finding.excerpt.marked.empty()) {
        line("  - {}", markdown_code(finding.excerpt.before + finding.excerpt.marked + finding.excerpt.after));
      }
      for (const Suggestion& suggestion : diagnostic.suggestions) {
        line("  - Help: {}", markdown_text(suggestion.message));
      }
    }
  }

  static std::string place_of(const ReportFinding& finding) {
    const std::string shown = fmt::format("line {}", finding.diagnostic->begin.line);
    return finding.url.empty() ? shown : fmt::format("[{}]({})", shown, safe_in_destination(finding.url));
  }

  void write_owners(const std::vector<std::string>& owners) {
    std::vector<std::string> shown;
    std::transform(owners.begin(), owners.end(), std::back_inserter(shown), markdown_code);
    if (!shown.empty()) {
      line("Owners: {}\n", fmt::join(shown, ", "));
    }
  }

  void write_macros() {
    heading("Macros");
    bool first = true;
    for (std::size_t index = 0; index < report_.macros.size(); ++index) {
      const ReportMacro& macro = report_.macros[index];
      line("{}### {}\n", first ? "" : "\n", markdown_code(macro.title));
      first = false;
      write_owners(macro.owners);
      line("- {}, {} in {}", place_text(macro.place), macro.active ? "active" : "inactive",
           markdown_code(macro.instance));
      for (const ReportAction& action : macro.actions) {
        line("- {}{}", markdown_code(action.field), action.value.empty() ? "" : ": " + markdown_code(action.value));
      }
      write_wording(macro);
      write_disagreements(macro);
      write_referrers(index);
    }
  }

  void write_wording(const ReportMacro& macro) {
    if (!macro.wording.empty()) {
      line("- What customers read:");
    }
    for (const WordingBlock& block : macro.wording) {
      line("  - {}", markdown_text(block.text));
    }
  }

  void write_disagreements(const ReportMacro& macro) {
    if (!macro.disagreements.empty()) {
      line("- The sides disagree:");
    }
    for (const Disagreement& one : macro.disagreements) {
      line("  - {}", markdown_code(one.field));
      for (const Statement& statement : one.documents) {
        std::vector<std::string> places;
        std::transform(statement.places.begin(), statement.places.end(), std::back_inserter(places),
                       [](const ReportPlace& place) { return place_text(place); });
        line("    - Documents: {} ({})", markdown_code(statement.text), fmt::join(places, "; "));
      }
      line("    - Repository: {}", side_text(one.repository));
      line("    - Zendesk: {}", side_text(one.zendesk));
    }
  }

  static std::string side_text(const Side& side) {
    switch (side.state) {
      case Side::State::absent:
        return "does not have it";
      case Side::State::present:
        return side.value.empty() ? "empty" : markdown_code(side.value);
      case Side::State::unknown:
        break;
    }
    return "not known";
  }

  void write_referrers(std::size_t index) {
    const auto found = references_.find(index);
    if (found == references_.end()) {
      line("- {}", report_.macros[index].documented ? "Documents name it only with a mistake, or link to its file."
                                                    : "No document refers to it.");
      return;
    }
    line("- Referred to by:");
    for (const ReportReference* reference : found->second) {
      line("  - {}", place_text(report_.documents[reference->document].path, reference->line, reference->url));
    }
  }

  void write_named(std::string_view title, const std::vector<NamedPlaces>& all) {
    heading(title);
    if (all.empty()) {
      line("None.");
    }
    for (const NamedPlaces& named : all) {
      std::string details;
      for (const std::string& detail : named.details) {
        details += " " + markdown_code(detail);
      }
      line("- {}{}{}", markdown_code(named.name), details, named.places.empty() ? ": nothing names it" : "");
      for (const ReportPlace& place : named.places) {
        line("  - {}", place_text(place));
      }
    }
  }

  const Report& report_;
  std::unordered_map<std::size_t, std::vector<const ReportReference*>> references_;
  std::string text_;
};

}  // namespace

std::string format_report_markdown(const Report& report) { return MarkdownReport(report).write(); }

}  // namespace macrolint
