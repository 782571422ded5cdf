#include "cli/program_description.h"

#include <CLI/CLI.hpp>
#include <sstream>

namespace macrolint::cli {

namespace {

OptionDescription describe_option(CLI::Option& option) {
  OptionDescription description;
  description.description = option.get_description();
  description.is_required = option.get_required();
  description.is_repeatable = option.get_items_expected_max() > 1;
  description.completion = completion_of(option);
  description.is_argument = option.get_positional();
  if (description.is_argument) {
    description.names.push_back(option.get_name(true));
    description.shape = description.names.front();
    return description;
  }
  for (const std::string& name : option.get_snames()) {
    description.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    description.names.push_back("--" + name);
  }
  if (option.get_items_expected_max() > 0) {
    description.shape = option.get_type_name();
  }
  return description;
}

/// Splits what stands below the options into notes and examples; `Examples:` and `Example:` begin the latter.
void describe_footer(const std::string& footer, CommandDescription& command) {
  std::istringstream lines(footer);
  bool in_examples = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "Examples:" || line == "Example:") {
      in_examples = true;
    } else if (in_examples && line.starts_with("  ")) {
      command.examples.push_back(line.substr(2));
    } else {
      in_examples = false;
      command.notes += line + "\n";
    }
  }
  while (command.notes.ends_with('\n')) {
    command.notes.pop_back();
  }
}

CommandDescription describe_command(CLI::App& app) {
  CommandDescription command;
  command.name = app.get_name();
  command.description = app.get_description();
  describe_footer(app.get_footer(), command);
  for (CLI::Option* option : app.get_options([](CLI::Option*) { return true; })) {
    command.options.push_back(describe_option(*option));
  }
  return command;
}

}  // namespace

ProgramDescription describe(CLI::App& app) {
  ProgramDescription description;
  description.program = describe_command(app);
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    description.commands.push_back(describe_command(*command));
  }
  return description;
}

}  // namespace macrolint::cli
