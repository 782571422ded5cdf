#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "configuration/configuration.h"
#include "diagnostic/diagnostic.h"
#include "lint/shard.h"

namespace CLI {
class App;
}

namespace macrolint::cli {

enum class Format : std::uint8_t { text, json, gitlab, junit, sarif, markdown, html };
enum class Shell : std::uint8_t { bash, zsh, fish };
enum class Color : std::uint8_t { automatic, always, never };

/// `--output FORMAT=FILE`; the file is relative to the current folder.
struct OutputFile {
  Format format = Format::text;
  std::string path;
};

/// `--rule NAME=SETTING`; whether a rule has that name is for the command to say.
struct RuleOverride {
  std::string name;
  RuleSetting setting;
};

/// What the command line says. Each command uses the members that its options fill.
struct Options {
  /// What to report on; for `merge`, the results to join; for `note`, the file that holds it.
  std::vector<std::string> paths;
  /// Empty: look for `.macrolint.yml` in the current folder and above.
  std::string config;
  std::vector<OutputFile> outputs;
  /// The file with findings that are known; empty: what the configuration says.
  std::string baseline;
  /// The revision to compare with; empty: none.
  std::string changed_since;
  /// Where `baseline`, `report` and `snapshot` write to; empty: what the configuration says, or the default file.
  std::string output;
  /// The folder with earlier results, for `report`; empty: none.
  std::string history;
  std::vector<RuleOverride> rules;
  /// The day on which dates are judged, as `YYYY-MM-DD`.
  std::string today;
  /// Where outcomes of links to the web are kept; empty: the usual file.
  std::string cache;
  /// The project and the merge request that `note` writes to; empty: what the job says.
  std::string project;
  std::string merge_request;
  /// The rule to explain.
  std::string rule;
  /// The macro whose references are wanted; empty means all.
  std::string title;
  /// The macro's new title, for `rename`.
  std::string new_title;
  /// The instance of the macro, empty if its title says enough; for `snapshot`, the one to ask.
  std::string instance;
  /// The share of the files to report on.
  std::optional<Shard> shard;
  unsigned jobs = 1;
  /// How long the web is asked at most; 0: as long as usual.
  unsigned max_seconds = 0;
  /// Ask the web about links.
  bool online = false;
  /// Apply safe edits, unsafe ones too, or show what they would change instead.
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;
  /// Make the change instead of showing it, for `rename`.
  bool write = false;
  /// Keep what pages say for the next run.
  bool page_cache = true;
  bool quiet = false;
  bool verbose = false;
  Format format = Format::text;
  Severity fail_on = Severity::error;
  Color color = Color::automatic;
  /// Whose completions are wanted.
  Shell shell = Shell::bash;
};

/// The program's commands and options: the only place that defines them, from which help is generated too.
/// Parsing fills `options`, which has to outlive the result.
[[nodiscard]] std::unique_ptr<CLI::App> define_options(Options& options);

}  // namespace macrolint::cli
