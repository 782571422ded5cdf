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
#include "cli/load_configuration.h"
#include "cli/path_filter.h"
#include "cli/repository_root.h"
#include "cli/rule_name.h"
#include "disk/disk.h"
#include "git/read_history.h"
#include "lint/lint.h"
#include "output/gitlab.h"
#include "output/json.h"
#include "output/junit.h"
#include "output/markdown.h"
#include "output/report_paths.h"
#include "output/sarif.h"
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

/// What the formats need besides the findings.
struct ReportSettings {
  std::uint64_t elapsed_ms = 0;
  TextStyle style;
  ReportPaths paths;
  Severity fail_on = Severity::error;
};

std::string formatted(const LintResult& result, Format format, const ReportSettings& settings) {
  switch (format) {
    case Format::text:
      return format_text(result, settings.elapsed_ms, settings.style);
    case Format::json:
      return format_json(result, settings.elapsed_ms, MACROLINT_VERSION);
    case Format::gitlab:
      return format_gitlab(result, settings.paths);
    case Format::junit:
      return format_junit(result, settings.paths, settings.fail_on);
    case Format::sarif:
      return format_sarif(result, settings.paths, MACROLINT_VERSION);
    case Format::markdown:
      return format_markdown(result, settings.paths);
  }
  return {};
}

/// Writes standard output and every `--output` file; one that fails does not keep the others from being written.
bool write_outputs(const LintResult& result, const Options& options, ReportSettings settings, Console& console) {
  bool written = console.write(formatted(result, options.format, settings));
  settings.style.color = false;
  RealDisk disk(std::filesystem::current_path().string());
  for (const OutputFile& output : options.outputs) {
    const DiskError error = disk.write(output.path, formatted(result, output.format, settings));
    if (!error.message.empty()) {
      console.error(error.message);
      written = false;
    }
  }
  return written;
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

ExitStatus check_loaded(const Options& options, LoadedConfiguration loaded, const Stopwatch& stopwatch,
                        Console& console) {
  auto filter = PathFilter::make(options.paths, loaded.root);
  if (const auto* problem = std::get_if<std::string>(&filter); problem != nullptr) {
    console.error(*problem);
    return ExitStatus::usage;
  }
  const PathFilter& paths = std::get<PathFilter>(filter);
  LintOptions lint_options;
  lint_options.reading = {options.jobs, options.today,
                          [root = loaded.root](const Configuration& configuration, const HistoryRequest& request) {
                            return git::read_history(root, configuration, request);
                          }};
  if (!options.paths.empty()) {
    lint_options.reports_on = [&paths](std::string_view path) { return paths.accepts(path); };
  }
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
  const RealDisk disk(loaded.root, options.jobs);
  const Stopwatch linting;
  const LintResult& result = kept_to_the_end(lint(std::move(loaded.configuration), disk, lint_options));
  console.debug(fmt::format("Read and checked {} files in {} ms with {} threads.", result.summary.files,
                            linting.elapsed_ms(), options.jobs));
  for (const std::string& path : paths.unmatched(*result.project)) {
    console.warning(fmt::format("`{}` is not part of anything that the configuration names; it is not checked.", path));
  }
  const TextStyle style{console.color(), !options.quiet, loaded.path_prefix};
  const bool failed = report_unreported(result, style, console);
  const Stopwatch writing;
  const ReportPaths report_paths(repository_root(loaded.root), loaded.root);
  const bool written =
      write_outputs(result, options, {stopwatch.elapsed_ms(), style, report_paths, options.fail_on}, console);
  console.debug(fmt::format("Wrote the findings in {} ms.", writing.elapsed_ms()));
  if (failed || !written) {
    return ExitStatus::failure;
  }
  const bool found = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                 [&](const Diagnostic& diagnostic) { return diagnostic.severity >= options.fail_on; });
  return found ? ExitStatus::findings : ExitStatus::clean;
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
