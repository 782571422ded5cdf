#pragma once

namespace macrolint::cli {

/// The whole program: reads the command line, runs the command and returns the exit status of the process.
[[nodiscard]] int run(int argument_count, const char* const* arguments);

}  // namespace macrolint::cli
