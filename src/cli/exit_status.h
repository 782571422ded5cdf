#pragma once

namespace macrolint::cli {

/// What the process says to its caller; scripts depend on the numbers.
enum class ExitStatus : int {
  /// Nothing at or above `--fail-on`.
  clean = 0,
  /// Findings at or above `--fail-on`.
  findings = 1,
  /// Wrong usage or a wrong configuration.
  usage = 2,
  /// The job could not be done: input that cannot be read, output that cannot be written.
  failure = 3,
};

}  // namespace macrolint::cli
