#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "cli/commands.h"
#include "cli/earlier.h"
#include "cli/failures.h"
#include "cli/fix_findings.h"
#include "cli/load_configuration.h"
#include "cli/online.h"
#include "cli/path_filter.h"
#include "cli/repository_root.h"
#include "cli/rule_name.h"
#include "cli/stored_pages.h"
#include "cli/write_findings.h"
#include "disk/disk.h"
#include "git/read_history.h"
#include "lint/lint.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

/// Milliseconds since it was made or last asked.
class Stopwatch {
 public:
  [[nodiscard]] std::uint64_t elapsed_ms() const {
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count());
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

bool apply_overrides(const Options& options, Configuration& configuration, Console& console) {
  bool known = true;
  for (const RuleOverride& setting : options.rules) {
    if (const auto problem = problem_with_rule_name(setting.name)) {
      console.error(*problem);
      known = false;
    }
    configuration.rules[setting.name] = setting.setting;
  }
  return known;
}

/// A rule reports files that cannot be read. Where it is off or does not report on the file, a refusal by the machine
/// still has to be said, since the exit status says so too.
bool report_unreported(const LintResult& result, const TextStyle& style, Console& console) {
  std::set<std::pair<const Source*, std::uint32_t>> reported;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    reported.emplace(diagnostic.place.source, diagnostic.place.span.begin);
  }
  const auto is_wanted = [&](const Unreadable& unreadable) {
    return unreadable.machine_at_fault && !reported.contains({unreadable.place.source, unreadable.place.span.begin});
  };
  return report_failures(*result.project, style, is_wanted, console);
}

/// Keeps the result until the process ends and all its memory is given back at once. To free what was read piece by
/// piece before would take a tenth of the time of the whole run.
const LintResult& kept_to_the_end(LintResult result) {
  // Volatile, so that it is really stored: what nothing points to counts as lost.
  static const LintResult* volatile kept = nullptr;
  kept = new LintResult(std::move(result));
  return *kept;
}

void set_earlier(const std::optional<Baseline>& baseline, const std::optional<git::EarlierState>& earlier,
                 LintOptions& options) {
  options.baseline = baseline.has_value() ? &*baseline : nullptr;
  if (earlier.has_value()) {
    options.comparison = {earlier->disk.get(),
                          [&earlier](std::string_view path) { return earlier->has_changed(path); }};
  }
}

LintOptions lint_options_of(const Options& options, const std::string& root, const PathFilter& paths) {
  LintOptions lint_options;
  lint_options.reading.jobs = options.jobs;
  lint_options.reading.today = options.today;
  lint_options.reading.read_history = [root](const Configuration& configuration, const HistoryRequest& request) {
    return git::read_history(root, configuration, request);
  };
  if (!options.paths.empty()) {
    lint_options.reports_on = [&paths](std::string_view path) { return paths.accepts(path); };
  }
  lint_options.shard = options.shard;
  return lint_options;
}

ExitStatus status_of(const LintResult& result, Severity fail_on) {
  const bool found = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                 [&](const Diagnostic& diagnostic) { return diagnostic.severity >= fail_on; });
  return found ? ExitStatus::findings : ExitStatus::clean;
}

ExitStatus check_loaded(const Options& options, LoadedConfiguration loaded, const Stopwatch& stopwatch,
                        Console& console) {
  auto filter = PathFilter::make(options.paths, loaded.root);
  if (const auto* problem = std::get_if<std::string>(&filter); problem != nullptr) {
    console.error(*problem);
    return ExitStatus::usage;
  }
  const PathFilter& paths = std::get<PathFilter>(filter);
  StoredPages pages(options, loaded.root, loaded.configuration.source.path);
  LintOptions lint_options = lint_options_of(options, loaded.root, paths);
  pages.serve(lint_options.reading);
  const auto baseline = load_baseline(options, loaded, console);
  if (const auto* status = std::get_if<ExitStatus>(&baseline)) {
    return *status;
  }
  const auto earlier = load_earlier_state(options, loaded, console);
  if (const auto* status = std::get_if<ExitStatus>(&earlier)) {
    return *status;
  }
  set_earlier(std::get<std::optional<Baseline>>(baseline), std::get<std::optional<git::EarlierState>>(earlier),
              lint_options);
  const auto prepared = prepare_online_check(options, loaded.configuration, console);
  if (const auto* status = std::get_if<ExitStatus>(&prepared)) {
    return *status;
  }
  const auto& online = std::get<std::unique_ptr<OnlineCheck>>(prepared);
  if (online != nullptr) {
    online->serve(lint_options.reading);
  }
  RealDisk disk(loaded.root, options.jobs);
  const Stopwatch linting;
  FixedFindings fixed = wants_fixes(options)
                            ? fix_findings(options, loaded.configuration, lint_options, disk, console)
                            : FixedFindings{lint(std::move(loaded.configuration), disk, lint_options), "", "", false};
  const LintResult& result = kept_to_the_end(std::move(fixed.result));
  console.debug(fmt::format("Read and checked {} files in {} ms with {} threads.", result.summary.files,
                            linting.elapsed_ms(), options.jobs));
  console.debug(fmt::format("Parsed {} of {} pages; the others were parsed before.", result.project->parsed_pages,
                            result.project->pages.size()));
  for (const std::string& path : paths.unmatched(*result.project)) {
    console.warning(fmt::format("`{}` is not part of anything that the configuration names; it is not checked.", path));
  }
  const TextStyle style{console.color(), !options.quiet, loaded.path_prefix};
  const bool is_concluded = online == nullptr || online->conclude();
  const bool failed = report_unreported(result, style, console) || fixed.failed || !is_concluded;
  const Stopwatch writing;
  const ReportPaths report_paths(repository_root(loaded.root), loaded.root);
  const auto owners = [&] { return Owners(result.project->configuration, disk); };
  const bool written =
      write_findings(result, fixed.diff, options, {stopwatch.elapsed_ms(), style, report_paths, owners}, console);
  console.debug(fmt::format("Wrote the findings in {} ms.", writing.elapsed_ms()));
  pages.save();
  if (failed || !written) {
    return ExitStatus::failure;
  }
  if (options.diff) {
    console.information(fixed.plan);
    return fixed.diff.empty() ? ExitStatus::clean : ExitStatus::findings;
  }
  return status_of(result, options.fail_on);
}

}  // namespace

ExitStatus check(const Options& options, Console& console) {
  const Stopwatch stopwatch;
  auto loaded = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loaded); status != nullptr) {
    return *status;
  }
  auto& configuration = std::get<LoadedConfiguration>(loaded);
  console.debug(fmt::format("Read `{}{}` in {} ms.", configuration.path_prefix, configuration.configuration.source.path,
                            stopwatch.elapsed_ms()));
  if (!apply_overrides(options, configuration.configuration, console)) {
    return ExitStatus::usage;
  }
  return check_loaded(options, std::move(configuration), stopwatch, console);
}

}  // namespace macrolint::cli
