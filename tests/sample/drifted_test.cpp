#include <algorithm>
#include <cctype>
#include <string>

#include "catch.h"
#include "disk/disk.h"
#include "rule/rule.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// The same input gives the same bytes, whatever the number of threads, the locale and the place of the folder.
namespace macrolint {

namespace {

/// The bad examples of all rules in one repository, each below a folder of its own where paths allow it.
std::string every_bad_example() {
  std::string archive;
  for (const Rule* rule : all_rules()) {
    const MemoryDisk disk = MemoryDisk::from_archive(rule->bad);
    for (const auto& [path, text] : disk.files()) {
      if (path.starts_with('.') || path.find('/') == std::string::npos) {
        continue;
      }
      const std::size_t name = path.rfind('/');
      archive += "-- " + path.substr(0, name) + "/" + std::string(rule->name) + path.substr(name) + " --\n" + text;
    }
  }
  return archive + "-- .macrolint.yml --\n" + std::string(default_example_configuration);
}

std::string output_of(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                      const std::string& locale) {
  ProgramOptions options;
  options.folder = folder.path();
  options.environment = {{"LC_ALL", locale}};
  const ProgramRun run = run_program(arguments, options);
  INFO(run.errors);
  CHECK(run.status <= 1);
  CHECK_FALSE(run.output.empty());
  return without_times(run.output);
}

}  // namespace

TEST_CASE("Output does not depend on the number of threads, the locale or the folder") {
  const std::string archive = every_bad_example();
  const TemporaryFolder folder(archive);
  const TemporaryFolder elsewhere(archive);
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"check"}, std::vector<std::string>{"check", "--format", "json"},
        std::vector<std::string>{"check", "--format", "gitlab"}, std::vector<std::string>{"check", "--format", "junit"},
        std::vector<std::string>{"check", "--format", "sarif"},
        std::vector<std::string>{"check", "--format", "markdown"},
        std::vector<std::string>{"check", "--format", "html"},
        std::vector<std::string>{"report", "--format", "json", "--output", "-"},
        std::vector<std::string>{"references", "--format", "json"}}) {
    INFO(command.back());
    const std::string expected = output_of(folder, command, "C");
    for (const char* jobs : {"1", "2", "8"}) {
      std::vector<std::string> arguments = command;
      arguments.insert(arguments.end(), {"--jobs", jobs});
      check_same_text(expected, output_of(folder, arguments, "C.UTF-8"), "The output");
    }
    check_same_text(expected, output_of(elsewhere, command, "C.UTF-8"), "The output");
  }
}

TEST_CASE("The repository with mistakes that the documentation talks about") {
  const TemporaryFolder folder(text_of(project_path("tests/documentation/example.txtar")));
  check_golden("tests/sample/drifted.txt", output_of(folder, {"check"}, "C"));
  check_golden("tests/sample/drifted.json", output_of(folder, {"check", "--format", "json"}, "C"));
  check_golden("tests/sample/drifted.gitlab.json", output_of(folder, {"check", "--format", "gitlab"}, "C"));
  check_golden("tests/sample/drifted.junit.xml", output_of(folder, {"check", "--format", "junit"}, "C"));
  check_golden("tests/sample/drifted.sarif", output_of(folder, {"check", "--format", "sarif"}, "C"));
  check_golden("tests/sample/drifted.markdown", output_of(folder, {"check", "--format", "markdown"}, "C"));
}

}  // namespace macrolint
