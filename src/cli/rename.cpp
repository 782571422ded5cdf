#include "rename/rename.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/commands.h"
#include "cli/failures.h"
#include "cli/load_configuration.h"
#include "cli/stored_pages.h"
#include "disk/disk.h"
#include "disk/overlay_disk.h"
#include "lint/lint.h"
#include "output/diff.h"
#include "output/text.h"

namespace macrolint::cli {

namespace {

/// More say nothing new.
constexpr std::size_t max_shown = 20;

std::string diff_of(const RenamePlan& plan, const DiffStyle& style) {
  std::vector<FileDiff> files;
  for (const auto& [path, text] : plan.files) {
    const std::string_view after = plan.path_after(path);
    files.push_back({path, text.original(), &text.changes(), after == path ? "" : std::string(after)});
  }
  return format_diff(files, style);
}

void log_place(const Place& place, std::string_view message, const TextStyle& style, Console& console) {
  const Position position = LineIndex(place.source->text).position(place.span.begin);
  console.warning(
      fmt::format("{}:{}:{}: {}.", shown_path(*place.source, style), position.line, position.column, message));
}

void log_left(const RenamePlan& plan, const TextStyle& style, Console& console) {
  std::size_t shown = 0;
  for (const LeftPlace& left : plan.left) {
    if (shown++ == max_shown) {
      console.warning(fmt::format("{} more places are left.", plan.left.size() - max_shown));
      return;
    }
    log_place(left.place, "left as it is: " + left.reason, style, console);
  }
}

/// What the rename changes for the worse: findings that were not there before, each by its rule and file.
void log_new_findings(const RenamePlan& plan, const LintResult& before, const LintResult& after, const TextStyle& style,
                      Console& console) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (const Diagnostic& diagnostic : before.diagnostics) {
    ++known[{diagnostic.rule, plan.path_after(diagnostic.place.source->path)}];
  }
  std::size_t shown = 0;
  for (const Diagnostic& diagnostic : after.diagnostics) {
    std::size_t& left = known[{diagnostic.rule, diagnostic.place.source->path}];
    if (left > 0) {
      --left;
    } else if (plan.linked_pages.contains(diagnostic.place.source->path)) {
      continue;
    } else if (shown++ < max_shown) {
      log_place(diagnostic.place, fmt::format("new with this rename: {} [{}]", diagnostic.message, diagnostic.rule),
                style, console);
    }
  }
}

/// Two folders of the configuration may lie in different repositories, which nobody but the user knows.
void log_outcome(const RenamePlan& plan, const RenameRequest& request, bool written, const TextStyle& style,
                 Console& console) {
  console.information(fmt::format("{} `{}` to `{}`: {} and {}, in {}.", written ? "Renamed" : "Would rename",
                                  request.old_title, request.new_title, counted(plan.references, "reference edit"),
                                  counted(plan.moves.size(), "moved file"), counted(plan.files.size(), "file")));
  const std::string& former = plan.macro->previous_title;
  if (!former.empty() && former != plan.macro->title) {
    console.information(fmt::format(
        "The previous title was `{}`. If Zendesk still knows the macro by that name, sync the last rename first.",
        former));
  }
  if (!written) {
    console.information(
        fmt::format("Nothing was written. Run it again with `--write`, or apply the diff in `{}` with "
                    "`git apply`.",
                    style.path_prefix.empty() ? "." : style.path_prefix));
  }
}

ExitStatus rename_in(const Options& options, const LoadedConfiguration& loaded, Console& console) {
  const RenameRequest request{options.title, options.new_title, options.instance};
  const TextStyle style{console.color(), !options.quiet, loaded.path_prefix};
  LintOptions lint_options;
  lint_options.reading = {options.jobs, options.today};
  StoredPages pages(options, loaded.root, loaded.configuration.source.path);
  pages.serve(lint_options.reading);
  RealDisk disk(loaded.root, options.jobs);
  const LintResult before = lint(loaded.configuration, disk, lint_options);
  pages.save();
  const auto is_any = [](const Unreadable&) { return true; };
  if (report_failures(*before.project, style, is_any, console)) {
    console.error("The macro was not renamed, since references in files that cannot be read would be missed.");
    return ExitStatus::failure;
  }
  const auto planned = plan_rename(*before.project, disk, request);
  if (const auto* problem = std::get_if<std::string>(&planned)) {
    console.error(*problem);
    return ExitStatus::usage;
  }
  const RenamePlan& plan = std::get<RenamePlan>(planned);
  if (!console.write(diff_of(plan, {console.color(), console.color() || Console::is_terminal()}))) {
    return ExitStatus::failure;
  }
  OverlayDisk overlay(disk);
  if (apply_rename(overlay, plan).empty()) {
    log_new_findings(plan, before, lint(loaded.configuration, overlay, lint_options), style, console);
  }
  log_left(plan, style, console);
  const std::vector<DiskError> errors = options.write ? apply_rename(disk, plan) : std::vector<DiskError>();
  for (const DiskError& error : errors) {
    console.error(error.message);
  }
  if (!errors.empty()) {
    console.error("The macro was not renamed.");
    return ExitStatus::failure;
  }
  log_outcome(plan, request, options.write, style, console);
  return ExitStatus::clean;
}

}  // namespace

ExitStatus rename(const Options& options, Console& console) {
  auto loaded = load_configuration(options, console);
  if (const auto* status = std::get_if<ExitStatus>(&loaded); status != nullptr) {
    return *status;
  }
  return rename_in(options, std::get<LoadedConfiguration>(loaded), console);
}

}  // namespace macrolint::cli
