#pragma once

namespace CLI {
class App;
}

namespace macrolint::cli {

/// Lets `--help` of the program and of its commands be written for a terminal of 80 columns. To be called before
/// commands are added, which inherit it.
void set_help_format(CLI::App& app);

/// Adds what help says when all commands and options are there: what goes with what, and how to begin.
void complete_help(CLI::App& app);

}  // namespace macrolint::cli
