#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>

#include "cli/commands.h"
#include "cli/program_description.h"
#include "cli/today.h"

namespace macrolint::cli {

namespace {

ProgramDescription own_description() {
  Options options;
  return describe(*define_options(options));
}

}  // namespace

ExitStatus completions(const Options& options, Console& console) {
  const ProgramDescription description = own_description();
  std::string text;
  switch (options.shell) {
    case Shell::bash:
      text = bash_completions(description);
      break;
    case Shell::zsh:
      text = zsh_completions(description);
      break;
    case Shell::fish:
      text = fish_completions(description);
      break;
  }
  return console.write(text) ? ExitStatus::clean : ExitStatus::failure;
}

ExitStatus manual(const Options&, Console& console) {
  return console.write(manual_page(own_description(), day_of_build())) ? ExitStatus::clean : ExitStatus::failure;
}

}  // namespace macrolint::cli
