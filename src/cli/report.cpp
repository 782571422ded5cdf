#include "report/report.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/failures.h"
#include "cli/load_configuration.h"
#include "cli/online.h"
#include "cli/read_trend.h"
#include "cli/stored_pages.h"
#include "disk/disk.h"
#include "git/read_history.h"
#include "lint/lint.h"
#include "output/finding_text.h"
#include "report/report_html.h"
#include "report/report_json.h"
#include "report/report_markdown.h"

namespace macrolint::cli {

namespace {

std::string formatted(const Report& report, Format format) {
  switch (format) {
    case Format::json:
      return format_report_json(report, MACROLINT_VERSION);
    case Format::markdown:
      return format_report_markdown(report);
    default:
      return format_report_html(report, MACROLINT_VERSION);
  }
}

std::string default_file(Format format) {
  switch (format) {
    case Format::json:
      return "macrolint-report.json";
    case Format::markdown:
      return "macrolint-report.md";
    default:
      return "macrolint-report.html";
  }
}

/// To the file that was asked for, to standard output for `-`, else to the default file.
bool write_report(const Report& report, const Options& options, Console& console) {
  const std::string text = formatted(report, options.format);
  if (options.output == "-") {
    return console.write(text);
  }
  const std::string path = options.output.empty() ? default_file(options.format) : options.output;
  RealDisk disk(std::filesystem::current_path().string());
  const DiskError error = disk.write(path, text);
  if (!error.message.empty()) {
    console.error(error.message);
    return false;
  }
  console.information(fmt::format("Wrote `{}`: {}.", path, counts_of(report.summary)));
  return true;
}

}  // namespace

ExitStatus report(const Options& options, Console& console) {
  auto loading = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loading)) {
    return *status;
  }
  auto& loaded = std::get<LoadedConfiguration>(loading);
  std::vector<TrendPoint> history;
  if (!options.history.empty() && !read_trend(options.history, history, console)) {
    return ExitStatus::failure;
  }
  StoredPages pages(options, loaded.root, loaded.configuration.source.path);
  LintOptions lint_options;
  lint_options.reading = {options.jobs, options.today,
                          [root = loaded.root](const Configuration& configuration, const HistoryRequest& request) {
                            return git::read_history(root, configuration, request);
                          }};
  pages.serve(lint_options.reading);
  const auto prepared = prepare_online_check(options, loaded.configuration, console);
  if (const auto* status = std::get_if<ExitStatus>(&prepared)) {
    return *status;
  }
  const auto& online = std::get<std::unique_ptr<OnlineCheck>>(prepared);
  if (online != nullptr) {
    online->serve(lint_options.reading);
  }
  const RealDisk disk(loaded.root, options.jobs);
  const LintResult result = lint(std::move(loaded.configuration), disk, lint_options);
  pages.save();
  const auto is_failure = [](const Unreadable& unreadable) { return unreadable.machine_at_fault; };
  const bool is_concluded = online == nullptr || online->conclude();
  const bool failed =
      report_failures(*result.project, TextStyle{console.color(), false, loaded.path_prefix}, is_failure, console) ||
      !is_concluded;
  const Owners owners(result.project->configuration, disk);
  const Report made = make_report(result, owners, std::move(history));
  if (!options.history.empty() && made.trend.size() < 2) {
    console.information(fmt::format("`{}` has no result of another day, so there is no trend yet.", options.history));
  }
  const bool written = write_report(made, options, console);
  return failed || !written ? ExitStatus::failure : ExitStatus::clean;
}

}  // namespace macrolint::cli
