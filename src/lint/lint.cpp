#include "lint/lint.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <set>
#include <string>

#include "lint/active_rule.h"
#include "lint/external_links.h"
#include "lint/remote_repositories.h"
#include "lint/report_scope.h"
#include "lint/suppress.h"
#include "threads/parallel.h"

namespace macrolint {

namespace {

std::vector<ActiveRule> active_rules(const Project& project, bool is_online) {
  std::vector<ActiveRule> active;
  for (const Rule* rule : all_rules()) {
    if ((rule->is_about_web && !is_online) || (rule->is_about_zendesk && !project.has_snapshots())) {
      continue;
    }
    const auto& settings = project.configuration.rules;
    const auto configured = settings.find(rule->name);
    if (configured == settings.end()) {
      active.push_back({rule, rule->severity});
    } else if (configured->second.has_value()) {
      active.push_back({rule, *configured->second});
    }
  }
  return active;
}

/// Something that rules are applied to: a macro, or a document (a page, managed content, a macro's comment); for a rule
/// that sees everything at once, the rule.
struct Subject {
  const ActiveRule* rule = nullptr;
  const Macro* macro = nullptr;
  const Document* document = nullptr;
};

/// Those that take longest come first, so that no thread is left with one of them at the end.
std::vector<Subject> subjects_of(const Project& project, const std::vector<ActiveRule>& rules,
                                 const ReportScope& scope) {
  std::vector<Subject> subjects;
  for (const ActiveRule& active : rules) {
    if (active.rule->check_project != nullptr) {
      subjects.push_back({.rule = &active});
    }
  }
  const auto add = [&](const Source* source, Subject subject) {
    if (source != nullptr && scope.includes(source->path)) {
      subjects.push_back(subject);
    }
  };
  for (const Macro& macro : project.macros) {
    add(macro.source, {.macro = &macro});
    for (const MacroText& text : macro.texts) {
      add(macro.source, {.document = &text.document});
    }
  }
  for (const ManagedContent& managed : project.managed_contents) {
    add(managed.source, {.document = &managed.document});
  }
  for (const Document& page : project.pages) {
    add(page.source, {.document = &page});
  }
  return subjects;
}

void check_subject(const Project& project, const std::vector<ActiveRule>& rules, const Subject& subject,
                   std::vector<Diagnostic>& diagnostics) {
  if (subject.rule != nullptr) {
    const auto& [rule, severity] = *subject.rule;
    rule->check_project(project, Reporter(rule->name, severity, diagnostics, std::numeric_limits<std::size_t>::max()));
    return;
  }
  for (const auto& [rule, severity] : rules) {
    const Reporter reporter(rule->name, severity, diagnostics, Reporter::max_findings);
    if (subject.macro != nullptr && rule->check_macro != nullptr) {
      rule->check_macro(project, *subject.macro, reporter);
    }
    if (subject.document != nullptr && rule->check_document != nullptr) {
      rule->check_document(project, *subject.document, reporter);
    }
  }
}

/// Reads what the rules want to know of the history, if anything.
void read_history(const std::vector<ActiveRule>& rules, const ReadOptions& options, Project& project) {
  const std::vector<const Document*> documents = project.all_documents();
  HistoryRequest request;
  std::mutex mutex;
  for_each_index(documents.size(), options.jobs, [&](std::size_t index) {
    HistoryRequest asked;
    for (const ActiveRule& active : rules) {
      if (active.rule->ask_history != nullptr) {
        active.rule->ask_history(project, *documents[index], asked);
      }
    }
    if (!asked.empty()) {
      const std::lock_guard lock(mutex);
      request.add(std::move(asked));
    }
  });
  if (!request.empty() && options.read_history != nullptr) {
    project.history = options.read_history(project.configuration, request);
  }
}

std::vector<Diagnostic> check(const Project& project, const std::vector<ActiveRule>& rules, const ReportScope& scope,
                              unsigned jobs, std::size_t& suppressed) {
  std::vector<Diagnostic> diagnostics;
  const std::vector<Subject> subjects = subjects_of(project, rules, scope);
  std::mutex mutex;
  for_each_index(subjects.size(), jobs, [&](std::size_t index) {
    std::vector<Diagnostic> found;
    check_subject(project, rules, subjects[index], found);
    if (!found.empty()) {
      const std::lock_guard lock(mutex);
      std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
    }
  });
  suppressed = suppress(project, rules, scope, diagnostics);
  std::erase_if(diagnostics, [&](const Diagnostic& one) { return !scope.reports(one); });
  return diagnostics;
}

void summarize(const Project& project, const std::vector<Diagnostic>& diagnostics, LintSummary& summary) {
  summary.files = project.sources.size();
  summary.documents = project.pages.size();
  summary.macros = project.macros.size();
  for (const auto& references : project.references) {
    summary.references += references.size();
  }
  for (const Document& page : project.pages) {
    summary.links += page.links.size();
  }
  for (const ManagedContent& managed : project.managed_contents) {
    summary.links += managed.document.links.size();
  }
  for (const Macro& macro : project.macros) {
    for (const MacroText& text : macro.texts) {
      summary.links += text.document.links.size();
    }
  }
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                  [&](const Diagnostic& one) { return one.severity == severity; }));
  };
  summary.errors = count(Severity::error);
  summary.warnings = count(Severity::warning);
  summary.notes = count(Severity::note);
}

/// Only what this run would have found can be gone: rules may be off, and reports narrowed to some files.
BaselineUse hold_back(const Baseline& baseline, const std::vector<ActiveRule>& rules, const LintOptions& options,
                      std::vector<Diagnostic>& diagnostics) {
  const auto was_sought = [&](const KnownFinding& known) {
    const Rule* rule = find_rule(known.rule);
    if (rule != nullptr && rule->is_about_web) {
      return false;
    }
    const bool is_active = rule == nullptr || std::any_of(rules.begin(), rules.end(), [&](const ActiveRule& active) {
                             return active.rule->name == known.rule;
                           });
    const bool is_here = !options.shard.has_value() || options.shard->holds(known.path);
    return is_active && is_here && (options.reports_on == nullptr || options.reports_on(known.path));
  };
  return macrolint::hold_back(baseline, was_sought, diagnostics);
}

/// Finds out about the addresses on the web that are named where findings are reported. Where only what came since an
/// earlier state is wanted, files that did not change have none.
void check_external(const LintOptions& options, const ReportScope& scope, Project& project) {
  if (options.reading.check_external == nullptr) {
    return;
  }
  const auto is_wanted = [&](std::string_view path) {
    return scope.includes(path) && (options.reports_on == nullptr || options.reports_on(path)) &&
           (!options.shard.has_value() || options.shard->holds(path)) &&
           (!options.comparison.has_value() || options.comparison->has_changed(path));
  };
  project.external = options.reading.check_external(external_request(project, is_wanted));
}

/// What the earlier state of the files had, judged by the configuration of today and by what Zendesk has today.
std::set<std::string, std::less<>> fingerprints_before(const Project& project, const ReadableDisk& disk,
                                                       const LintOptions& options) {
  LintOptions earlier;
  earlier.reading = options.reading;
  earlier.reading.snapshot_disk = &disk;
  earlier.reading.keeps_pages = false;
  if (options.reading.check_external != nullptr) {
    // An address is as it is today; whether the earlier state named it is the question.
    earlier.reading.check_external = [&](const ExternalRequest&) { return project.external; };
  }
  earlier.reports_on = options.reports_on;
  earlier.shard = options.shard;
  std::set<std::string, std::less<>> fingerprints;
  for (Diagnostic& diagnostic : lint(project.configuration, *options.comparison->before, earlier).diagnostics) {
    fingerprints.insert(std::move(diagnostic.fingerprint));
  }
  return fingerprints;
}

/// A snapshot of Zendesk is one and the same for both states, and not something that a merge request changes.
Comparison comparison_of_files(const Comparison& comparison, const Project& project) {
  std::set<std::string, std::less<>> snapshots;
  for (const Instance& instance : project.configuration.instances) {
    snapshots.insert(instance.snapshot.has_value() ? instance.snapshot->path : std::string());
  }
  return {comparison.before, [snapshots, &comparison](std::string_view path) {
            return !snapshots.contains(path) && comparison.has_changed(path);
          }};
}

}  // namespace

LintResult lint(Configuration configuration, const ReadableDisk& disk, const LintOptions& options) {
  LintResult result;
  result.project = read_project(std::move(configuration), disk, options.reading);
  list_remote_repositories(options.reading, *result.project);
  const std::vector<ActiveRule> rules = active_rules(*result.project, options.reading.check_external != nullptr);
  read_history(rules, options.reading, *result.project);
  const ReportScope scope(result.project->configuration, options.reports_on, options.shard);
  check_external(options, scope, *result.project);
  std::set<std::string, std::less<>> before;
  if (options.comparison.has_value()) {
    before = fingerprints_before(*result.project, disk, options);
  }
  std::size_t suppressed = 0;
  result.diagnostics = check(*result.project, rules, scope, options.reading.jobs, suppressed);
  finish_diagnostics(result.diagnostics, options.reading.jobs);
  if (options.baseline != nullptr) {
    result.summary.baseline = hold_back(*options.baseline, rules, options, result.diagnostics);
  }
  if (options.comparison.has_value()) {
    keep_new(comparison_of_files(*options.comparison, *result.project), before, result.diagnostics);
  }
  summarize(*result.project, result.diagnostics, result.summary);
  result.summary.suppressed = suppressed;
  result.shard = options.shard;
  return result;
}

}  // namespace macrolint
