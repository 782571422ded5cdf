#include "cli/run.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "source/nearest.h"

namespace macrolint::cli {

namespace {

/// The command that the arguments chose, or the program itself.
const CLI::App& chosen(const CLI::App& app) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

/// What was probably meant by a word that is no command or option here.
std::string did_you_mean(const std::string& word, const CLI::App& command) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      known.push_back("--" + name);
    }
  }
  for (const CLI::App* subcommand : command.get_subcommands({})) {
    known.push_back(subcommand->get_name());
  }
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const auto near = nearest(word.substr(0, word.find('=')), candidates);
  return near ? fmt::format(" Did you mean `{}`?", *near) : "";
}

std::string sentence(std::string text) {
  while (text.ends_with('\n') || text.ends_with(' ')) {
    text.pop_back();
  }
  return text + (text.ends_with('.') || text.ends_with('?') ? "" : ".");
}

/// CLI11's sentences about an option without its value, and about two that do not go together, in the words of help.
std::string reworded(const std::string& message) {
  std::smatch parts;
  if (std::regex_match(message, parts, std::regex("(\\S+): 1 required (\\S+) missing"))) {
    return fmt::format("`{}` needs a value: {}", parts.str(1), parts.str(2));
  }
  if (std::regex_match(message, parts, std::regex("(\\S+) (excludes|requires) (\\S+)"))) {
    return fmt::format("`{}` cannot be used {} `{}`", parts.str(1), parts.str(2) == "excludes" ? "with" : "without",
                       parts.str(3));
  }
  return message;
}

/// Says what is wrong with the command line in one line, and where help is in another.
ExitStatus report_usage(const CLI::App& app, const CLI::ParseError& error, Console& console) {
  const CLI::App& command = chosen(app);
  const std::vector<std::string> extras = app.remaining(true);
  if (!extras.empty()) {
    const char* kind = extras.front().starts_with('-') ? "option" : (&command == &app ? "command" : "argument");
    console.error(
        fmt::format("There is no {} `{}` here.{}", kind, extras.front(), did_you_mean(extras.front(), command)));
  } else if (&command == &app) {
    console.error("A command is missing, such as `macrolint check`.");
  } else {
    console.error(sentence(reworded(error.what())));
  }
  const std::string name = &command == &app ? "macrolint" : "macrolint " + command.get_name();
  console.information(fmt::format("Run `{} --help` for what is possible.", name));
  return ExitStatus::usage;
}

ExitStatus dispatch(const std::string& command, const Options& options, Console& console) {
  using Command = ExitStatus (*)(const Options&, Console&);
  constexpr std::pair<std::string_view, Command> commands[] = {
      {"check", check},           {"merge", merge},   {"note", note},         {"baseline", baseline},
      {"report", report},         {"rules", rules},   {"explain", explain},   {"init", init},
      {"references", references}, {"rename", rename}, {"snapshot", snapshot}, {"completions", completions},
      {"manual", manual}};
  for (const auto& [name, run_command] : commands) {
    if (name == command) {
      return run_command(options, console);
    }
  }
  return ExitStatus::usage;
}

ExitStatus run_program(int argument_count, const char* const* arguments) {
  Options options;
  const std::unique_ptr<CLI::App> app = define_options(options);
  try {
    app->parse(argument_count, arguments);
  } catch (const CLI::Success& request) {
    Console console(options);
    std::ostringstream text;
    app->exit(request, text, text);
    return console.write(text.str()) ? ExitStatus::clean : ExitStatus::failure;
  } catch (const CLI::ParseError& error) {
    Console console(options);
    return report_usage(*app, error, console);
  }
  Console console(options);
  return dispatch(chosen(*app).get_name(), options, console);
}

}  // namespace

int run(int argument_count, const char* const* arguments) {
  ExitStatus status = ExitStatus::failure;
  try {
    status = run_program(argument_count, arguments);
  } catch (const std::bad_alloc&) {
    std::fputs("macrolint: error: The job had to be given up: there is not enough memory.\n", stderr);
  } catch (const std::exception& error) {
    std::fputs("macrolint: error: The job had to be given up: ", stderr);
    std::fputs(error.what(), stderr);
    std::fputs(".\n", stderr);
  }
  return static_cast<int>(status);
}

}  // namespace macrolint::cli
