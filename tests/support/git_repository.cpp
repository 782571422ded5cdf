#include "support/git_repository.h"

#include <fmt/format.h>

#include "catch.h"
#include "disk/disk.h"
#include "support/program.h"

namespace macrolint {

std::string run_git(const std::string& folder, const std::vector<std::string>& arguments, const std::string& date) {
  ProgramOptions options;
  options.folder = folder;
  options.program = "/usr/bin/git";
  options.environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"},  {"GIT_CONFIG_SYSTEM", "/dev/null"},
                         {"GIT_AUTHOR_NAME", "Author"},       {"GIT_AUTHOR_EMAIL", "author@example.com"},
                         {"GIT_COMMITTER_NAME", "Committer"}, {"GIT_COMMITTER_EMAIL", "committer@example.com"},
                         {"GIT_AUTHOR_DATE", date},           {"GIT_COMMITTER_DATE", date}};
  ProgramRun run = run_program(arguments, options);
  INFO(fmt::format("git {}\n{}{}", fmt::join(arguments, " "), run.output, run.errors));
  REQUIRE(run.status == 0);
  while (run.output.ends_with('\n')) {
    run.output.pop_back();
  }
  return run.output;
}

GitRepository::GitRepository(std::string_view archive) {
  git({"init", "-q", "-b", "main"});
  if (!archive.empty()) {
    commit(archive);
  }
}

std::string GitRepository::git(const std::vector<std::string>& arguments) const {
  return run_git(path(), arguments, fmt::format("2025-01-{:02}T12:00:00Z", day_));
}

void GitRepository::write(std::string_view archive) const {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  for (const auto& [below, text] : disk.files()) {
    folder_.write(below, text);
  }
}

std::string GitRepository::commit() {
  ++day_;
  git({"add", "-A"});
  git({"commit", "-q", "--allow-empty", "-m", "A change"});
  return git({"rev-parse", "HEAD"});
}

std::string GitRepository::commit(std::string_view archive) {
  write(archive);
  return commit();
}

}  // namespace macrolint
