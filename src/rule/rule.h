#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "index/project.h"
#include "suppression/suppression.h"

namespace macrolint {

/// Takes the findings of one rule; it fills in the rule's name and the severity that applies in this run.
class Reporter {
 public:
  /// How many findings of one rule a document may have. Files with more are built to fill somebody's disk.
  static constexpr std::size_t max_findings = 1000;

  /// Of more than `limit` findings the rest is counted and named in the last one.
  Reporter(std::string_view rule, Severity severity, std::vector<Diagnostic>& diagnostics, std::size_t limit)
      : rule_(rule), severity_(severity), diagnostics_(&diagnostics), left_(limit) {}
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;
  ~Reporter();

  /// Reports one finding and returns it, so that suggestions and related places can be added. The reference is
  /// valid until the next report.
  Diagnostic& report(Place place, std::string subject, std::string message) const;
  /// Whether the next finding would only be counted: then it is not worth looking for suggestions.
  [[nodiscard]] bool is_full() const { return left_ == 0; }

 private:
  std::string_view rule_;
  Severity severity_;
  std::vector<Diagnostic>* diagnostics_;
  mutable std::size_t left_;
  mutable std::size_t dropped_ = 0;
  /// Stands in for a finding that is not kept.
  mutable Diagnostic dropped_finding_;
};

/// A rule: one value per file in `src/rules`. Everything that is said about it anywhere comes from here.
/// A rule implements exactly one of the `check_…` functions, by what it has to see; each is a pure function of
/// what was read and may run on several threads at once.
struct Rule {
  std::string_view name;
  Severity severity = Severity::warning;
  /// One line for lists.
  std::string_view summary;
  /// What is checked, why it matters, what to do: a few sentences of Markdown.
  std::string_view explanation;
  /// Two sample repositories in the txtar format (`-- path --` before each file), with `.macrolint.yml` if
  /// `default_example_configuration` does not fit. The first makes this rule report, and only this rule; on the
  /// second no rule reports anything.
  std::string_view bad;
  std::string_view good;

  /// It judges what was found out about addresses on the web, and says nothing in runs without that. As the web changes
  /// from day to day, no suppression or known finding of it is ever taken to be needless.
  bool is_about_web = false;
  /// It compares with snapshots of Zendesk instances, and says nothing in runs without any.
  bool is_about_zendesk = false;

  /// Called for every document before the rules run: asks for what this rule will look at in the project's history. It
  /// should ask only if there is something to look up, such as a link to a missing file, since most runs can do
  /// without.
  void (*ask_history)(const Project& project, const Document& document, HistoryRequest& request) = nullptr;

  void (*check_project)(const Project& project, const Reporter& reporter) = nullptr;
  void (*check_macro)(const Project& project, const Macro& macro, const Reporter& reporter) = nullptr;
  /// Called for every page, managed content file and comment of a macro.
  void (*check_document)(const Project& project, const Document& document, const Reporter& reporter) = nullptr;
  /// Called last, for every file with suppressions, when it is known which of them are needed.
  void (*check_suppressions)(const std::vector<Suppression>& suppressions, const Reporter& reporter) = nullptr;
};

/// The configuration that rule examples are linted with: one instance with its macros below `macros/sync` and
/// `macros/managed`, one Hugo site below `handbook`, and three inboxes.
extern const std::string_view default_example_configuration;
/// The day on which the examples are what they are meant to be, as `YYYY-MM-DD`.
extern const std::string_view example_day;

/// Every rule, in the order of their names.
[[nodiscard]] std::span<const Rule* const> all_rules();
/// The rule with that name, or null.
[[nodiscard]] const Rule* find_rule(std::string_view name);

}  // namespace macrolint
