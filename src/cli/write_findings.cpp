#include "cli/write_findings.h"

#include <algorithm>
#include <filesystem>

#include "disk/disk.h"
#include "output/gitlab.h"
#include "output/json.h"
#include "output/junit.h"
#include "output/markdown.h"
#include "output/sarif.h"
#include "report/report_html.h"

namespace macrolint::cli {

namespace {

std::string formatted(const LintResult& result, Format format, const ReportSettings& settings, const Options& options) {
  switch (format) {
    case Format::text:
      return format_text(result, settings.elapsed_ms, settings.style, options.jobs);
    case Format::json:
      return format_json(result, settings.elapsed_ms, MACROLINT_VERSION, options.jobs);
    case Format::gitlab:
      return format_gitlab(result, settings.paths);
    case Format::junit:
      return format_junit(result, settings.paths, options.fail_on);
    case Format::sarif:
      return format_sarif(result, settings.paths, MACROLINT_VERSION);
    case Format::markdown:
      return format_markdown(result, settings.paths);
    case Format::html:
      return format_report_html(make_report(result, settings.owners(), {}), MACROLINT_VERSION);
  }
  return {};
}

}  // namespace

bool write_findings(const LintResult& result, const std::string& diff, const Options& options, ReportSettings settings,
                    Console& console) {
  bool written = console.write(options.diff ? diff : formatted(result, options.format, settings, options));
  settings.style.color = false;
  RealDisk disk(std::filesystem::current_path().string());
  for (const OutputFile& output : options.outputs) {
    const DiskError error = disk.write(output.path, formatted(result, output.format, settings, options));
    if (!error.message.empty()) {
      console.error(error.message);
      written = false;
    }
  }
  return written;
}

ExitStatus status_of(const LintResult& result, Severity fail_on) {
  const bool found = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                 [&](const Diagnostic& diagnostic) { return diagnostic.severity >= fail_on; });
  return found ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace macrolint::cli
