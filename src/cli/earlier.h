#pragma once

#include <optional>
#include <variant>

#include "baseline/baseline.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/load_configuration.h"
#include "cli/options.h"
#include "git/compare.h"

namespace macrolint::cli {

/// The name of the baseline where none is given, beside the configuration.
inline constexpr std::string_view default_baseline_name = ".macrolint-baseline.json";

/// The baseline that the options or the configuration name, if any. What is wrong with it is logged.
[[nodiscard]] std::variant<std::optional<Baseline>, ExitStatus> load_baseline(const Options& options,
                                                                              const LoadedConfiguration& loaded,
                                                                              Console& console);

/// The state of the files that `--changed-since` asks to be compared with, if it does. What is wrong is logged.
[[nodiscard]] std::variant<std::optional<git::EarlierState>, ExitStatus> load_earlier_state(
    const Options& options, const LoadedConfiguration& loaded, Console& console);

}  // namespace macrolint::cli
