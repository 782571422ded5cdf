#include <filesystem>
#include <memory>
#include <sstream>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"
#include "support/temporary_folder.h"

// What the documentation shows of a terminal is what the program prints. A fenced block marked `console` holds
// commands behind `$ ` and their output; `console example` runs them in tests/documentation/example.txtar, the small
// repository with mistakes that the documentation talks about, others in the project itself.
namespace macrolint {

namespace {

/// A shell runs the commands, so that documents can show pipes; `echo $?` sees the status of the command before.
std::string run_in_shell(const std::string& command, const std::string& folder, int& status) {
  const std::filesystem::path program = MACROLINT_PROGRAM;
  ProgramOptions options;
  options.folder = folder;
  options.program = "/bin/sh";
  options.environment = {{"PATH", program.parent_path().string() + ":/usr/bin:/bin"}, {"LC_ALL", "C.UTF-8"}};
  const ProgramRun run = run_program({"-c", "(exit " + std::to_string(status) + ")\n" + command + " 2>&1"}, options);
  status = run.status;
  return run.output;
}

/// The document with the output below each command replaced by what the command prints now.
std::string with_present_output(const std::string& document) {
  std::istringstream lines(document);
  std::string result;
  std::unique_ptr<TemporaryFolder> example;
  bool inside = false;
  int status = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```console")) {
      inside = true;
      status = 0;
      example = line.ends_with(" example")
                    ? std::make_unique<TemporaryFolder>(text_of(project_path("tests/documentation/example.txtar")))
                    : nullptr;
    } else if (line == "```") {
      inside = false;
    }
    const bool is_command = inside && line.starts_with("$ ");
    if (!inside || is_command || line.starts_with("```")) {
      result += line + "\n";
    }
    if (is_command) {
      result += run_in_shell(line.substr(2), example ? example->path() : project_path(""), status);
    }
  }
  return result;
}

void check_document(const std::string& path) {
  const std::string written = text_of(project_path(path));
  const std::string present = with_present_output(written);
  if (without_times(present) != without_times(written) && updates_golden_files()) {
    check_golden(path, present);
  }
  check_same_text(without_times(text_of(project_path(path))), without_times(present), path);
}

}  // namespace

TEST_CASE("What the README shows of a terminal is what the program prints") { check_document("README.md"); }

TEST_CASE("What the pages in docs show of a terminal is what the program prints") {
  for (const auto& page : std::filesystem::directory_iterator(project_path("docs"))) {
    if (page.path().extension() == ".md") {
      check_document("docs/" + page.path().filename().string());
    }
  }
}

TEST_CASE("docs/rules.md is what `macrolint rules --format markdown` prints") {
  const ProgramRun run = run_program({"rules", "--format", "markdown"});
  CHECK(run.status == 0);
  check_golden("docs/rules.md", run.output);
}

}  // namespace macrolint
