#include "report/report.h"

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>
#include <utility>

#include "report/disagreements.h"
#include "report/findings_by_file.h"
#include "report/macro_inventory.h"
#include "report/named_places.h"
#include "report/source_links.h"
#include "rule/documented_macros.h"
#include "rule/rule.h"
#include "yaml/yaml.h"

namespace macrolint {

namespace {

/// The title in a page's front matter; empty if there is none that can be read.
std::string title_of(const Document& page) {
  if (page.front_matter.format != FrontMatter::Format::yaml) {
    return "";
  }
  const yaml::Document front_matter = yaml::parse(page.source->text, page.front_matter.content);
  const bool is_mapping = front_matter.root.has_value() && front_matter.root->kind == yaml::Kind::mapping;
  const yaml::Node* title = is_mapping ? front_matter.root->find("title") : nullptr;
  return title != nullptr && title->kind == yaml::Kind::scalar ? title->value : "";
}

/// What all parts of the report need.
class ReportWriter {
 public:
  ReportWriter(const LintResult& result, const Owners& owners)
      : result_(result),
        project_(*result.project),
        owners_(owners),
        links_(project_.configuration),
        findings_(result.diagnostics) {}

  Report write(std::vector<TrendPoint> history) {
    report_.date = project_.today;
    report_.summary = result_.summary;
    count_rules();
    add_findings();
    add_macros();
    add_documents();
    report_.inboxes = inbox_places(project_, links_);
    report_.channels = channel_places(project_, links_);
    report_.trend = std::move(history);
    if (!report_.trend.empty()) {
      add_present();
    }
    return std::move(report_);
  }

 private:
  void count_rules() {
    std::map<std::string_view, RuleCount> counts;
    for (const Diagnostic& diagnostic : result_.diagnostics) {
      RuleCount& count = counts[diagnostic.rule];
      const Rule* rule = find_rule(diagnostic.rule);
      count.rule = diagnostic.rule;
      count.summary = rule == nullptr ? std::string_view() : rule->summary;
      count.severity = diagnostic.severity;
      ++count.findings;
    }
    for (const auto& [name, count] : counts) {
      report_.rules.push_back(count);
    }
  }

  void add_findings() {
    LineFinder lines;
    std::vector<std::string> owners;
    std::string_view path;
    for (const Diagnostic& diagnostic : result_.diagnostics) {
      if (diagnostic.place.source->path != path) {
        path = diagnostic.place.source->path;
        owners = owners_.of(path, links_.folder_of(path));
      }
      report_.findings.push_back(finding_of(diagnostic, owners, lines));
    }
  }

  ReportFinding finding_of(const Diagnostic& diagnostic, const std::vector<std::string>& owners, LineFinder& lines) {
    const Source& source = *diagnostic.place.source;
    ReportFinding finding;
    finding.diagnostic = &diagnostic;
    finding.url = links_.link(source.path, diagnostic.begin.line);
    finding.owners = owners;
    if (!source.text.empty()) {
      const Span place = diagnostic.place.span;
      const Span line = lines.line_of(source, place.begin);
      finding.excerpt = make_excerpt(source.slice(line), {place.begin - line.begin, place.end - line.begin});
    }
    for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
      finding.related_urls.push_back(
          links_.link(diagnostic.related[i].place.source->path, diagnostic.related_positions.at(i).line));
    }
    return finding;
  }

  void add_macros() {
    const auto documented = documented_macros(project_);
    report_.macros = macro_inventory(project_, findings_, documented, links_, owners_);
    add_disagreements(project_, result_.diagnostics, links_, report_.macros);
    report_.coverage = coverage_of(report_.macros);
    for (const Coverage& coverage : report_.coverage) {
      report_.active_macros += coverage.active;
      report_.documented_macros += coverage.documented;
    }
    for (std::size_t index = 0; index < project_.macros.size(); ++index) {
      macro_indices_.emplace(&project_.macros[index], index);
    }
  }

  void add_documents() {
    std::vector<std::size_t> pages(project_.pages.size());
    for (std::size_t page = 0; page < pages.size(); ++page) {
      pages[page] = page;
    }
    std::sort(pages.begin(), pages.end(), [this](std::size_t left, std::size_t right) {
      return project_.pages[left].source->path < project_.pages[right].source->path;
    });
    for (const std::size_t page : pages) {
      if (!project_.references[page].empty() || !findings_.in(*project_.pages[page].source).empty()) {
        add_document(page);
      }
    }
  }

  void add_document(std::size_t page) {
    const Document& document = project_.pages[page];
    const std::string& path = document.source->path;
    ReportDocument entry;
    entry.path = path;
    entry.title = title_of(document);
    entry.url = links_.link(path);
    entry.owners = owners_.of(path, links_.folder_of(path));
    for (const Diagnostic* diagnostic : findings_.in(*document.source)) {
      entry.findings.add(diagnostic->severity);
      entry.health = counts_for_health(diagnostic->rule) ? worse(entry.health, diagnostic->severity) : entry.health;
    }
    const std::vector<Reference>& references = project_.references[page];
    entry.in_picture = entry.health.has_value() || !references.empty();
    report_.documents_with_references += references.empty() ? 0 : 1;
    report_.documents.push_back(std::move(entry));
    if (!references.empty()) {
      add_references(document, references);
    }
  }

  void add_references(const Document& document, const std::vector<Reference>& references) {
    const LineIndex lines(document.source->text);
    for (const Reference& reference : references) {
      ReportReference& entry = report_.references.emplace_back();
      entry.document = report_.documents.size() - 1;
      if (const auto found = macro_indices_.find(reference.macro); found != macro_indices_.end()) {
        entry.macro = found->second;
      }
      entry.line = lines.position(reference.span.begin).line;
      entry.url = links_.link(document.source->path, entry.line);
      entry.title = reference.title.empty() ? std::string(document.source->slice(reference.span)) : reference.title;
      entry.match = match_of(reference);
      std::vector<Span> spans = {reference.span};
      if (reference.mention->link >= 0) {
        spans.push_back(document.links[static_cast<std::size_t>(reference.mention->link)].whole);
      }
      entry.health = findings_.health_at(*document.source, spans);
    }
  }

  /// The trend ends with this run; an earlier result of the same day gives way to it.
  void add_present() {
    const LintSummary& summary = result_.summary;
    report_.trend.push_back({report_.date, true, summary.errors, summary.warnings, summary.notes, summary.macros,
                             summary.references, report_.documented_macros});
    sort_trend(report_.trend);
  }

  const LintResult& result_;
  const Project& project_;
  const Owners& owners_;
  SourceLinks links_;
  FindingsByFile findings_;
  std::unordered_map<const Macro*, std::size_t> macro_indices_;
  Report report_;
};

}  // namespace

void SeverityCounts::add(Severity severity) {
  switch (severity) {
    case Severity::error:
      ++errors;
      break;
    case Severity::warning:
      ++warnings;
      break;
    case Severity::note:
      ++notes;
  }
}

Report make_report(const LintResult& result, const Owners& owners, std::vector<TrendPoint> history) {
  return ReportWriter(result, owners).write(std::move(history));
}

}  // namespace macrolint
