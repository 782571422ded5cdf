#pragma once

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/options.h"

namespace macrolint::cli {

/// `macrolint check`: the main job.
[[nodiscard]] ExitStatus check(const Options& options, Console& console);
/// `macrolint merge FILE…`: joins the results of `check --shard`.
[[nodiscard]] ExitStatus merge(const Options& options, Console& console);
/// `macrolint note FILE`: writes findings to a merge request.
[[nodiscard]] ExitStatus note(const Options& options, Console& console);
/// `macrolint baseline`: writes the findings of today to a file, not to be reported again.
[[nodiscard]] ExitStatus baseline(const Options& options, Console& console);
/// `macrolint report`: writes the consistency report.
[[nodiscard]] ExitStatus report(const Options& options, Console& console);
/// `macrolint rules`: every rule, in short or, as Markdown, in full.
[[nodiscard]] ExitStatus rules(const Options& options, Console& console);
/// `macrolint explain RULE`.
[[nodiscard]] ExitStatus explain(const Options& options, Console& console);
/// `macrolint init`: writes a configuration for what is in the current folder; never over an existing one.
[[nodiscard]] ExitStatus init(const Options& options, Console& console);
/// `macrolint references [TITLE]`.
[[nodiscard]] ExitStatus references(const Options& options, Console& console);
/// `macrolint rename OLD NEW`.
[[nodiscard]] ExitStatus rename(const Options& options, Console& console);
/// `macrolint snapshot INSTANCE`: writes what a live Zendesk instance has to a file.
[[nodiscard]] ExitStatus snapshot(const Options& options, Console& console);
/// `macrolint completions SHELL`: what a shell reads to complete the command line.
[[nodiscard]] ExitStatus completions(const Options& options, Console& console);
/// `macrolint manual`: the manual page.
[[nodiscard]] ExitStatus manual(const Options& options, Console& console);

}  // namespace macrolint::cli
