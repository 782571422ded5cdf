#include "baseline/baseline.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/earlier.h"
#include "cli/failures.h"
#include "cli/load_configuration.h"
#include "cli/online.h"
#include "cli/stored_pages.h"
#include "disk/disk.h"
#include "git/read_history.h"
#include "lint/lint.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

/// Writes the file that was asked for, that the configuration names, or the default one. An empty path says that this
/// failed, which is logged.
std::string write(const std::string& text, const Options& options, const std::string& configured,
                  const std::string& root, Console& console) {
  const bool is_asked_for = !options.output.empty();
  std::string path = is_asked_for ? options.output : configured;
  RealDisk disk(is_asked_for ? std::filesystem::current_path().string() : root);
  const DiskError error = disk.write(path, text);
  if (!error.message.empty()) {
    console.error(error.message);
    return "";
  }
  return path;
}

}  // namespace

ExitStatus baseline(const Options& options, Console& console) {
  auto loading = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loading)) {
    return *status;
  }
  auto& loaded = std::get<LoadedConfiguration>(loading);
  const bool is_configured = loaded.configuration.baseline.has_value();
  const std::string configured =
      is_configured ? loaded.configuration.baseline->path : std::string(default_baseline_name);
  StoredPages pages(options, loaded.root, loaded.configuration.source.path);
  LintOptions lint_options;
  lint_options.reading.jobs = options.jobs;
  lint_options.reading.today = options.today;
  lint_options.reading.read_history = [root = loaded.root](const Configuration& configuration,
                                                           const HistoryRequest& request) {
    return git::read_history(root, configuration, request);
  };
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
  if (online != nullptr && !online->conclude()) {
    console.error("No baseline is written, since it would lack what was not checked.");
    return ExitStatus::failure;
  }
  const auto is_failure = [](const Unreadable& unreadable) { return unreadable.machine_at_fault; };
  if (report_failures(*result.project, TextStyle{console.color(), false, loaded.path_prefix}, is_failure, console)) {
    return ExitStatus::failure;
  }
  const std::string path =
      write(format_baseline(make_baseline(result.diagnostics)), options, configured, loaded.root, console);
  if (path.empty()) {
    return ExitStatus::failure;
  }
  console.information(fmt::format("Wrote {} to `{}`.", counted(result.diagnostics.size(), "finding"), path));
  if (!is_configured) {
    console.information("`macrolint check --baseline FILE` or the key `baseline` in the configuration uses it.");
  }
  return ExitStatus::clean;
}

}  // namespace macrolint::cli
