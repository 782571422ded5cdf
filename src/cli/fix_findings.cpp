#include "cli/fix_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diagnostic/in_backticks.h"
#include "fix/write_files.h"
#include "lint/report_scope.h"
#include "output/diff.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

/// An export or a snapshot is what Zendesk said: to change it would hide a finding and leave the macro as it is.
std::set<std::string, std::less<>> files_never_changed(const Configuration& configuration) {
  std::set<std::string, std::less<>> paths = {configuration.source.path};
  for (const Instance& instance : configuration.instances) {
    if (instance.export_file.has_value()) {
      paths.insert(instance.export_file->path);
    }
    if (instance.snapshot.has_value()) {
      paths.insert(instance.snapshot->path);
    }
  }
  return paths;
}

std::string diff_of(const FixOutcome& fixes, const DiffStyle& style) {
  std::vector<FileDiff> files;
  for (const auto& [path, file] : fixes.files) {
    files.push_back({path, file.original(), &file.changes(), ""});
  }
  return format_diff(files, style);
}

void log_obstacles(const FixOutcome& fixes, Console& console) {
  for (const DiskError& refusal : fixes.refusals) {
    console.warning(refusal.message);
  }
  if (!fixes.circular_rules.empty()) {
    console.warning(fixes.circular_rules.size() == 1
                        ? fmt::format("The rule {} undoes its own edits; none of them was made.",
                                      in_backticks(fixes.circular_rules.front()))
                        : fmt::format("The rules {} undo each other's edits; none of them was made.",
                                      fmt::format("`{}`", fmt::join(fixes.circular_rules, "`, `"))));
  }
  if (fixes.gave_up) {
    console.warning(fmt::format("After {} rounds of edits there is still something to fix. Read what was changed.",
                                max_fix_passes));
  }
}

std::size_t count_left(const LintResult& result, FixPolicy policy) {
  if (policy.most == Applicability::unsafe) {
    return 0;
  }
  policy.most = Applicability::unsafe;
  return static_cast<std::size_t>(std::count_if(
      result.diagnostics.begin(), result.diagnostics.end(),
      [&](const Diagnostic& diagnostic) { return applicable_suggestion(diagnostic, policy) != nullptr; }));
}

/// The fixes of which every file was written.
std::size_t count_written(const FixOutcome& fixes, const std::vector<std::string>& written) {
  const auto is_written = [&](const std::string& path) {
    return !fixes.files.contains(path) || std::binary_search(written.begin(), written.end(), path);
  };
  return static_cast<std::size_t>(std::count_if(fixes.fixes.begin(), fixes.fixes.end(), [&](const ChosenFix& fix) {
    return std::all_of(fix.paths.begin(), fix.paths.end(), is_written);
  }));
}

std::string plan_of(const FixSummary& summary) {
  const std::string left =
      summary.unsafe_left == 0 ? "" : fmt::format(" {} more can be fixed with `--unsafe-fixes`.", summary.unsafe_left);
  if (summary.findings == 0) {
    return "Nothing would be fixed." + left;
  }
  return fmt::format("Would fix {} in {}; nothing was written.{}", counted(summary.findings, "finding"),
                     counted(summary.files, "file"), left);
}

/// Writes the files; if one of them could not be written, what is left is found out anew.
void write_fixes(FixOutcome& fixes, const Linter& linter, Disk& disk, FixSummary& summary, FixedFindings& fixed,
                 Console& console) {
  const WriteOutcome outcome = write_files(disk, fixes);
  for (const DiskError& error : outcome.errors) {
    console.error(error.message);
  }
  if (!outcome.errors.empty()) {
    fixed.failed = true;
    fixes.result = linter(disk);
  }
  summary.findings = count_written(fixes, outcome.written);
  summary.files = outcome.written.size();
}

}  // namespace

bool wants_fixes(const Options& options) { return options.fix || options.unsafe_fixes || options.diff; }

FixedFindings fix_findings(const Options& options, const Configuration& configuration, const LintOptions& lint_options,
                           Disk& disk, Console& console) {
  const Linter linter = [&](const ReadableDisk& files) { return lint(configuration, files, lint_options); };
  const ReportScope scope(configuration, {});
  FixPolicy policy;
  policy.most = options.unsafe_fixes ? Applicability::unsafe : Applicability::safe;
  policy.may_change = [&, never = files_never_changed(configuration)](const Source& source) {
    const bool asked_for = lint_options.reports_on == nullptr || lint_options.reports_on(source.path);
    return asked_for && scope.includes(source.path) && !never.contains(source.path);
  };
  FixOutcome fixes = fix(disk, linter, policy);
  log_obstacles(fixes, console);
  FixedFindings fixed;
  FixSummary summary;
  if (options.diff) {
    fixed.diff = diff_of(fixes, {console.color(), console.color() || Console::is_terminal()});
    summary.findings = fixes.fixes.size();
    summary.files = fixes.files.size();
  } else {
    write_fixes(fixes, linter, disk, summary, fixed, console);
  }
  summary.unsafe_left = count_left(fixes.result, policy);
  fixes.result.summary.fixed = summary;
  fixed.plan = plan_of(summary);
  fixed.result = std::move(fixes.result);
  return fixed;
}

}  // namespace macrolint::cli
