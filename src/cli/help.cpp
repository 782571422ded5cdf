#include "cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace macrolint::cli {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t description_column = 26;

/// The words of the text in lines that end before the last column, each line but the first behind an indent.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::istringstream words(text);
  std::string result;
  std::size_t column = indent;
  for (std::string word; words >> word;) {
    if (column > indent && column + 1 + word.size() > line_width) {
      result += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      result += " ";
      ++column;
    }
    result += word;
    column += word.size();
  }
  return result;
}

/// A name and what it means, side by side, or below each other if the name is long.
std::string entry(const std::string& name, const std::string& description) {
  std::string text = "  " + name;
  if (text.size() + 2 > description_column) {
    text += "\n" + std::string(description_column, ' ');
  } else {
    text.resize(description_column, ' ');
  }
  return text + wrapped(description, description_column) + "\n";
}

class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    // Between two groups of options stand two empty lines otherwise.
    return CLI::detail::find_and_replace(Formatter::make_help(app, std::move(name), mode), "\n\n\n", "\n\n");
  }

  std::string make_description(const CLI::App* app) const override {
    const std::string text = app->get_description();
    return text + (text.ends_with('.') ? "\n\n" : ".\n\n");
  }

  std::string make_option(const CLI::Option* option, bool is_argument) const override {
    return entry(is_argument ? argument_name(*option) : option_name(*option), option->get_description());
  }

  std::string make_subcommand(const CLI::App* command) const override {
    return entry(command->get_name(), command->get_description());
  }

 private:
  static std::string argument_name(const CLI::Option& option) {
    const bool takes_several = option.get_expected_max() == CLI::detail::expected_max_vector_size;
    return option.get_name(true) + (takes_several ? "..." : "");
  }

  /// `-o, --output FILE`
  static std::string option_name(const CLI::Option& option) {
    std::string names;
    for (const std::string& name : option.get_snames()) {
      names += fmt::format("{}-{}", names.empty() ? "" : ", ", name);
    }
    for (const std::string& name : option.get_lnames()) {
      names += fmt::format("{}--{}", names.empty() ? "" : ", ", name);
    }
    return option.get_expected_max() == 0 ? names : fmt::format("{} {}", names, option.get_type_name());
  }
};

std::vector<CLI::Option*> all_options(CLI::App& command) {
  return command.get_options([](CLI::Option*) { return true; });
}

/// `--fix, --unsafe-fixes or --diff`, in the order in which help lists them.
std::string listed(CLI::App& command, const std::set<CLI::Option*>& options) {
  std::vector<std::string> names;
  for (CLI::Option* option : all_options(command)) {
    if (options.contains(option)) {
      names.push_back(option->get_name());
    }
  }
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i + 1 == names.size();
    text += (i == 0 ? "" : is_last ? " or " : ", ") + names[i];
  }
  return text;
}

/// Says of each option, behind its description, without which others it may not be used and with which ones.
void describe_restrictions(CLI::App& command) {
  for (CLI::Option* option : all_options(command)) {
    std::string text = option->get_description();
    if (const std::string needed = listed(command, option->get_needs()); !needed.empty()) {
      text += fmt::format(". Only with {}", needed);
    }
    if (const std::string excluded = listed(command, option->get_excludes()); !excluded.empty()) {
      text += fmt::format(". Not with {}", excluded);
    }
    option->description(text);
  }
}

}  // namespace

void set_help_format(CLI::App& app) {
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->label("SUBCOMMAND", "COMMAND");
  formatter->label("OPTIONS", "OPTION...");
  formatter->label("Positionals", "Arguments");
  app.formatter(formatter);
}

void complete_help(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    command->group("Commands");
    describe_restrictions(*command);
  }
  app.footer(
      "Run `macrolint COMMAND --help` for the options of a command.\n\n"
      "Examples:\n"
      "  macrolint init                              write a configuration for this folder\n"
      "  macrolint check                             check everything that it names\n"
      "  macrolint check --format json docs          findings in one folder, for a script\n"
      "  macrolint report                            write a page for the team\n"
      "  macrolint explain reference-unknown-macro   what one rule is about");
}

}  // namespace macrolint::cli
