#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "index/reference.h"
#include "lint/lint.h"
#include "report/code_owners.h"
#include "report/excerpt.h"
#include "report/trend.h"
#include "report/wording_blocks.h"

namespace macrolint {

/// How many findings of each severity there are.
struct SeverityCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;

  void add(Severity severity);
  [[nodiscard]] std::size_t total() const { return errors + warnings + notes; }
};

/// How a thing is: the worst that is said about it; nothing if it is well.
using Health = std::optional<Severity>;

/// A line of a file, with its address in GitLab or nothing.
struct ReportPlace {
  std::string path;
  std::uint32_t line = 1;
  std::string url;

  friend bool operator==(const ReportPlace&, const ReportPlace&) = default;
  friend bool operator<(const ReportPlace& left, const ReportPlace& right) {
    return std::tie(left.path, left.line) < std::tie(right.path, right.line);
  }
};

struct ReportFinding {
  const Diagnostic* diagnostic = nullptr;
  std::string url;
  std::vector<std::string> owners;
  Excerpt excerpt;
  /// Parallel to the diagnostic's related places.
  std::vector<std::string> related_urls;
};

/// A file with references or findings about macros, or with any finding at all.
struct ReportDocument {
  std::string path;
  std::string title;
  std::string url;
  std::vector<std::string> owners;
  SeverityCounts findings;
  /// The worst of what is said in it about macros, wording and inboxes; broken links do not count.
  Health health;
  /// Whether it has references or findings that count for its health, so that it belongs in the picture.
  bool in_picture = false;
};

struct ReportReference {
  std::size_t document = 0;
  /// Nothing for a macro that does not exist.
  std::optional<std::size_t> macro;
  std::uint32_t line = 1;
  std::string url;
  /// What the page calls it.
  std::string title;
  ReferenceMatch match = ReferenceMatch::none;
  Health health;
};

/// One of a macro's actions, as text.
struct ReportAction {
  std::string field;
  std::string value;
};

/// What documents say of one thing, with every place that says so.
struct Statement {
  std::string text;
  std::vector<ReportPlace> places;
};

/// What the repository or Zendesk has for one thing.
struct Side {
  enum class State : std::uint8_t {
    unknown,  ///< there is no snapshot, or it cannot tell
    absent,
    present,
  };

  State state = State::unknown;
  /// For people to read; of wording the part in question.
  std::string value;
};

/// One thing about a macro on which documents, the repository and Zendesk do not all agree.
struct Disagreement {
  /// A key of the macro's file, or the field of an action.
  std::string field;
  /// Empty where no document says anything about it.
  std::vector<Statement> documents;
  Side repository;
  Side zendesk;
};

struct ReportMacro {
  std::string title;
  std::string instance;
  ReportPlace place;
  /// The managed content, if it has some.
  std::optional<ReportPlace> wording_place;
  /// The macro in the snapshot of Zendesk, if there is one and it has it.
  std::optional<ReportPlace> zendesk_place;
  bool active = true;
  bool documented = false;
  std::vector<std::string> owners;
  SeverityCounts findings;
  Health health;
  std::vector<ReportAction> actions;
  std::vector<WordingBlock> wording;
  std::vector<Disagreement> disagreements;
};

/// An inbox or Slack channel, with every place that names it.
struct NamedPlaces {
  std::string name;
  /// Of an inbox, what the configuration says it is for; of a channel, the addresses that links give it.
  std::vector<std::string> details;
  /// Whether the configuration lists it.
  bool configured = false;
  std::vector<ReportPlace> places;
};

/// How much of a part of the macro repository the documents cover.
struct Coverage {
  std::string instance;
  /// The first part of the titles, which is a folder of Zendesk's menu.
  std::string folder;
  std::size_t active = 0;
  std::size_t documented = 0;
};

struct RuleCount {
  std::string_view rule;
  std::string_view summary;
  Severity severity = Severity::warning;
  std::size_t findings = 0;
};

/// What the consistency report says, in whatever format. Deterministic for the same files and the same day.
struct Report {
  std::string date;
  LintSummary summary;
  std::size_t active_macros = 0;
  std::size_t documented_macros = 0;
  /// Documents with at least one reference.
  std::size_t documents_with_references = 0;
  /// In order of name.
  std::vector<RuleCount> rules;
  std::vector<Coverage> coverage;
  std::vector<ReportFinding> findings;
  std::vector<ReportDocument> documents;
  std::vector<ReportMacro> macros;
  /// In order of document and place.
  std::vector<ReportReference> references;
  std::vector<NamedPlaces> inboxes;
  std::vector<NamedPlaces> channels;
  std::vector<TrendPoint> trend;
};

/// Works out the report on a run; `result` has to outlive it. `history` holds earlier results, oldest first.
[[nodiscard]] Report make_report(const LintResult& result, const Owners& owners, std::vector<TrendPoint> history);

/// Whether a rule is about macros, wording or inboxes rather than about links and pages as such.
[[nodiscard]] bool counts_for_health(std::string_view rule);

}  // namespace macrolint
