#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "mutation/consistent_pair.h"
#include "mutation/drift.h"
#include "mutation/git_pair.h"
#include "mutation/verdict.h"
#include "support/lint_archive.h"
#include "threads/parallel.h"

// A consistent pair of repositories, and one drift planted at a time: it is found, under its rule, at its place, and
// nothing else is reported. What the edits suggest makes the pair consistent again.
namespace macrolint {

namespace {

/// What became of all of them, for the line at the end.
struct Tally {
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t harmless = 0;
  std::size_t unexpected = 0;
  /// Planted findings by rule.
  std::map<std::string_view, std::size_t> rules;

  void add(const Drift& drift, const Verdict& verdict) {
    planted += drift.findings.empty() ? 0 : 1;
    found += !drift.findings.empty() && verdict.missing.empty() ? 1 : 0;
    harmless += drift.findings.empty() ? 1 : 0;
    unexpected += verdict.unexpected.size();
    for (const Finding& finding : drift.findings) {
      ++rules[finding.rule];
    }
  }

  [[nodiscard]] std::string text() const {
    std::vector<std::string> counts;
    for (const auto& [rule, count] : rules) {
      counts.push_back(fmt::format("{} {}", rule, count));
    }
    return fmt::format("Mutations: {} planted, {} found, {} false findings ({}); {} harmless changes", planted, found,
                       unexpected, fmt::join(counts, ", "), harmless);
  }
};

void check_one(const Drift& drift, const Program& program, const Verdict& verdict, Tally& tally) {
  INFO(drift.what << ": " << program.name);
  CHECK(verdict.text() == "");
  tally.add(drift, verdict);
}

/// Plants each for so many programs, which change from drift to drift; heals the first.
void plant_all(const Files& pair, const std::vector<Drift>& drifts, std::size_t copies, Tally& tally) {
  std::vector<Verdict> verdicts(copies * drifts.size());
  const auto program_of = [&](std::size_t index) -> const Program& {
    return programs()[(index / copies + 2 * (index % copies)) % programs().size()];
  };
  for_each_index(verdicts.size(), std::min(2U, std::thread::hardware_concurrency()), [&](std::size_t index) {
    verdicts[index] = plant(pair, drifts[index / copies], program_of(index), index % copies == 0);
  });
  for (std::size_t index = 0; index < verdicts.size(); ++index) {
    check_one(drifts[index / copies], program_of(index), verdicts[index], tally);
  }
}

/// The same in a git repository, for one program each.
void commit_all(const Files& pair, const std::vector<Drift>& drifts, Tally& tally) {
  const GitPair repository(pair);
  for (std::size_t index = 0; index < drifts.size(); ++index) {
    const Program& program = programs()[index % programs().size()];
    check_one(drifts[index], program, repository.commit(drifts[index], program), tally);
  }
}

}  // namespace

TEST_CASE("In the consistent pair there is nothing to find") {
  std::vector<std::string> found;
  for (const Files& pair : {consistent_pair(), pair_with_snapshot()}) {
    for (const Diagnostic& diagnostic : lint_files(archive_of(pair)).diagnostics) {
      found.push_back(short_form(diagnostic) + ": " + diagnostic.message);
    }
  }
  CHECK(found == std::vector<std::string>{});
}

TEST_CASE("Each drift that is planted in the consistent pair is found, and nothing else") {
  const Files pair = consistent_pair();
  Tally tally;
  for (const auto& drifts :
       {drifts_of_titles(), drifts_of_unknown_macros(), drifts_of_links(), drifts_of_instances(), drifts_of_inboxes(),
        drifts_of_claims(), drifts_of_quotes(), drifts_of_channels(), drifts_of_coverage()}) {
    plant_all(pair, drifts, 2, tally);
  }
  plant_all(pair, harmless_changes(), 1, tally);
  const Files live_pair = pair_with_snapshot();
  plant_all(live_pair, drifts_of_live(), 2, tally);
  plant_all(live_pair, harmless_changes_of_live(), 2, tally);
  commit_all(pair, drifts_of_history(), tally);
  std::cout << tally.text() << '\n';
  for (const char* rule :
       {"drift-channel", "drift-claim", "drift-inbox", "drift-quote", "drift-stale-page", "live-changed",
        "macro-unknown-name", "macro-title-reused", "macro-undocumented", "reference-by-id", "reference-inexact-title",
        "reference-link-mismatch", "reference-link-missing", "reference-renamed-macro", "reference-stale-link",
        "reference-unknown-macro", "reference-wrong-instance"}) {
    INFO(rule);
    CHECK(tally.rules[rule] >= 8);
  }
}

}  // namespace macrolint
