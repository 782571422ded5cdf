#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace macrolint {

/// How a run of the program ended.
struct ProgramRun {
  /// The exit status; 128 and the signal's number if a signal ended it.
  int status = -1;
  std::string output;
  std::string errors;
  /// Peak resident memory in bytes.
  long peak_memory = 0;
  /// Processor time of all threads.
  double processor_seconds = 0;
};

struct ProgramOptions {
  /// Where the program runs.
  std::string folder = ".";
  /// What runs; the program that this build made by default.
  std::string program = MACROLINT_PROGRAM;
  /// Set on top of the test's own environment. `XDG_CACHE_HOME` is a folder of this run alone otherwise.
  std::vector<std::pair<std::string, std::string>> environment;
  /// Where findings go, such as `/dev/full`; a file of the test by default.
  std::string output_path;
  /// How much memory it is let have, in bytes of addresses; not with sanitizers, which reserve terabytes.
  std::size_t address_space = std::size_t{4} << 30U;
};

/// Runs the program to its end. It is ended after a minute.
[[nodiscard]] ProgramRun run_program(const std::vector<std::string>& arguments, const ProgramOptions& options = {});

/// The same in a folder.
[[nodiscard]] ProgramRun run_program_in(const std::string& folder, const std::vector<std::string>& arguments);

}  // namespace macrolint
