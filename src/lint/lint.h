#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "baseline/baseline.h"
#include "configuration/configuration.h"
#include "diagnostic/diagnostic.h"
#include "disk/disk.h"
#include "index/project.h"
#include "lint/comparison.h"
#include "lint/shard.h"

namespace macrolint {

class PageCache;

struct ReadOptions {
  /// Threads to use; at least 1. The result does not depend on it.
  unsigned jobs = 1;
  /// The day, as `YYYY-MM-DD`, on which it is judged which pages are published and which redirects are overdue.
  std::string today;
  /// Reads the history of the files; empty where there is none. Called once, and only if a rule asks for something.
  std::function<History(const Configuration& configuration, const HistoryRequest& request)> read_history = {};
  /// Finds out about addresses on the web that the documents name; empty: nobody wants to know.
  std::function<ExternalOutcomes(const ExternalRequest& request)> check_external = {};
  /// Where snapshots of Zendesk instances are read from, if not from where all else is.
  const ReadableDisk* snapshot_disk = nullptr;
  /// Finds out which files a macro repository that is not checked out has, by its address: their paths below that.
  /// Nothing if it cannot be found out; empty: nobody wants to know.
  std::function<std::optional<std::set<std::string, std::less<>>>(const std::string& url)> list_repository = {};
  /// Where pages may be found that were parsed before, and are put for the next time; null: all are parsed.
  PageCache* page_cache = nullptr;
  /// Put them there, where some of them are new.
  bool keeps_pages = true;
};

struct LintOptions {
  ReadOptions reading;
  /// Says of a path (relative to the configuration file's folder) whether to report on it; empty means all.
  std::function<bool(std::string_view path)> reports_on;
  /// The share of the files to report on, if others report on the rest.
  std::optional<Shard> shard;
  /// Findings that are known and not reported; null for none.
  const Baseline* baseline = nullptr;
  /// An earlier state of the files: then only what came since is reported.
  std::optional<Comparison> comparison;
};

/// What was fixed before the findings were taken.
struct FixSummary {
  std::size_t findings = 0;
  std::size_t files = 0;
  /// Findings that are left because only an unsafe edit would fix them.
  std::size_t unsafe_left = 0;
};

struct LintSummary {
  std::size_t files = 0;
  std::size_t documents = 0;
  std::size_t macros = 0;
  std::size_t references = 0;
  std::size_t links = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  /// Findings that comments in the files keep back.
  std::size_t suppressed = 0;
  /// What became of the baseline, if there is one.
  std::optional<BaselineUse> baseline;
  /// Set when fixing was asked for.
  std::optional<FixSummary> fixed;
};

/// The result of a run. Diagnostics point into the sources of `project`.
struct LintResult {
  std::unique_ptr<Project> project;
  std::vector<Diagnostic> diagnostics;
  LintSummary summary;
  /// Set if it is one part of several. Then the findings, and what is kept back, are those of its files, while all
  /// files are counted.
  std::optional<Shard> shard;
};

/// Reads, parses and indexes everything that the configuration names.
[[nodiscard]] std::unique_ptr<Project> read_project(Configuration configuration, const ReadableDisk& disk,
                                                    const ReadOptions& options);

/// The whole job: read, parse, index, check.
[[nodiscard]] LintResult lint(Configuration configuration, const ReadableDisk& disk, const LintOptions& options);

}  // namespace macrolint
