#pragma once

namespace macrolint::cli {

/// The whole program: reads the command line, runs the command and returns the exit status of the process.
[[nodiscard]] int run(int argument_count, const char* const* arguments);

/// What it says when there is no memory left; the status is then `ExitStatus::failure`.
inline constexpr const char* no_memory_message =
    "macrolint: error: The job had to be given up: there is not enough memory.\n";

}  // namespace macrolint::cli
