#pragma once

#include <string>
#include <vector>

#include "cli/completion.h"

namespace CLI {
class App;
}

namespace macrolint::cli {

struct OptionDescription {
  /// With their dashes, short ones first; one without dashes if it is an argument.
  std::vector<std::string> names;
  /// What the value is called; empty if the option takes none.
  std::string shape;
  std::string description;
  bool is_argument = false;
  bool is_required = false;
  bool is_repeatable = false;
  Completion completion;

  [[nodiscard]] bool takes_value() const { return !shape.empty(); }
};

struct CommandDescription {
  std::string name;
  std::string description;
  /// What help says below the options, without the examples.
  std::string notes;
  /// Commands as one would type them.
  std::vector<std::string> examples;
  /// In the order of help, arguments included.
  std::vector<OptionDescription> options;
};

/// The definitions of the command line as data, from which completions and the manual page are made.
struct ProgramDescription {
  /// What help says of the program as a whole.
  CommandDescription program;
  std::vector<CommandDescription> commands;
};

[[nodiscard]] ProgramDescription describe(CLI::App& app);

/// For zsh, as a completion function `_macrolint`.
[[nodiscard]] std::string zsh_completions(const ProgramDescription& description);
[[nodiscard]] std::string bash_completions(const ProgramDescription& description);
[[nodiscard]] std::string fish_completions(const ProgramDescription& description);

/// The manual page in the man(7) format. `day` is that of the page, `YYYY-MM-DD`.
[[nodiscard]] std::string manual_page(const ProgramDescription& description, const std::string& day);

}  // namespace macrolint::cli
