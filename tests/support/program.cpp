#include "support/program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "catch.h"
#include "support/temporary_folder.h"

namespace macrolint {

namespace {

constexpr unsigned longest_run_in_seconds = 60;

void redirect(int target, const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || ::dup2(file, target) < 0) {
    ::_exit(126);
  }
}

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const ProgramOptions& options,
                                 const std::string& caches) {
  if (::chdir(options.folder.c_str()) != 0) {
    ::_exit(126);
  }
  // The caches of whoever runs the tests are not theirs to read or to fill.
  ::setenv("XDG_CACHE_HOME", caches.c_str(), 1);
  for (const auto& [name, value] : options.environment) {
    ::setenv(name.c_str(), value.c_str(), 1);
  }
#ifndef __SANITIZE_ADDRESS__
  const rlimit limit{options.address_space, options.address_space};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
  ::alarm(longest_run_in_seconds);
  std::vector<char*> pointers = {const_cast<char*>(options.program.c_str())};
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  ::execv(options.program.c_str(), pointers.data());
  ::_exit(127);
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments, const ProgramOptions& options) {
  const TemporaryFolder streams;
  const bool keeps_output = options.output_path.empty();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    redirect(STDOUT_FILENO, keeps_output ? streams.path("output") : options.output_path);
    redirect(STDERR_FILENO, streams.path("errors"));
    become_program(arguments, options, streams.path("caches"));
  }
  int status = 0;
  rusage usage{};
  REQUIRE(::wait4(child, &status, 0, &usage) == child);
  ProgramRun run;
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.output = keeps_output ? streams.read("output") : "";
  run.errors = streams.read("errors");
  run.peak_memory = usage.ru_maxrss * 1024;
  run.processor_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  return run;
}

ProgramRun run_program_in(const std::string& folder, const std::vector<std::string>& arguments) {
  ProgramOptions options;
  options.folder = folder;
  return run_program(arguments, options);
}

}  // namespace macrolint
