#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "support/golden.h"
#include "support/program.h"

namespace macrolint {

namespace {

/// Every command with its help, as a person sees them in a terminal.
std::string all_help() {
  std::string text;
  for (const char* command : {"", "check", "merge", "note", "baseline", "report", "rules", "explain", "init",
                              "references", "rename", "snapshot", "completions", "manual"}) {
    std::vector<std::string> arguments = {"--help"};
    if (*command != '\0') {
      arguments.insert(arguments.begin(), command);
    }
    const ProgramRun run = run_program(arguments);
    CHECK(run.status == 0);
    CHECK(run.errors.empty());
    text += text.empty() ? "" : "\n";
    text += "$ macrolint " + std::string(command) + (*command != '\0' ? " " : "") + "--help\n" + run.output;
  }
  return text;
}

}  // namespace

TEST_CASE("Help of every command is what it was read as") { check_golden("tests/cli/help.txt", all_help()); }

TEST_CASE("Help fits into a terminal of 80 columns, but for examples to be copied") {
  std::istringstream lines(all_help());
  bool in_examples = false;
  for (std::string line; std::getline(lines, line);) {
    in_examples = line.starts_with("Example") || (in_examples && line.starts_with("  "));
    if (!in_examples) {
      INFO(line);
      CHECK(line.size() <= 80);
    }
  }
}

TEST_CASE("What is wrong with options is said in one sentence") {
  struct Row {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Row> rows = {
      {{"check", "--diff", "--format", "json"}, "`--format` cannot be used with `--diff`."},
      {{"check", "--shard", "1/2", "--fix"}, "`--shard` cannot be used with `--fix`."},
      {{"check", "--max-time", "3"}, "`--max-time` cannot be used without `--online`."},
      {{"references", "--instance", "a"}, "`--instance` cannot be used without `TITLE`."},
      {{"check", "--cache"}, "`--cache` needs a value: FILE."},
      {{"check", "-q", "-v"}, "--quiet: It cannot be combined with `--verbose`."},
      {{"rename", "a"}, "NEW is required."},
      {{"check", "--fail-on", "x"}, "--fail-on: `x` is not one of `error`, `warning`, `note`."},
      {{"check", "--fial-on"}, "There is no option `--fial-on` here. Did you mean `--fail-on`?"},
  };
  for (const Row& row : rows) {
    const ProgramRun run = run_program(row.arguments);
    CHECK(run.status == 2);
    CHECK(run.errors.substr(0, run.errors.find('\n')) == "macrolint: error: " + row.message);
  }
}

}  // namespace macrolint
