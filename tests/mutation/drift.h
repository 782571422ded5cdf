#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mutation/consistent_pair.h"

namespace macrolint {

/// What is done to one file of the pair. Paths and texts are filled in for a program.
struct Change {
  enum class Kind : std::uint8_t { replaced, added, removed, moved };

  Kind kind = Kind::replaced;
  std::string path;
  /// The only place in the file with this text.
  std::string from;
  /// What stands there then, what is added to the file, or its new path.
  std::string to;
};

[[nodiscard]] Change replaced(std::string_view path, std::string_view from, std::string_view to);
/// At the end of a file, which need not be there yet.
[[nodiscard]] Change added(std::string_view path, std::string_view text);
[[nodiscard]] Change removed(std::string_view path);
[[nodiscard]] Change moved(std::string_view path, std::string_view to);

/// What the first suggestion of a finding has to be.
enum class Fix : std::uint8_t {
  none,    ///< there is no edit
  unsafe,  ///< an edit that a person has to look at
  safe,
  any,  ///< a guess at what was meant, if anything is near
};

struct Finding {
  std::string_view rule;
  std::string_view path;
  /// A text that is in the changed file once; the finding is exactly at the part between « and ».
  std::string_view at;
  Fix fix = Fix::none;
};

/// One drift, and everything that has to be found then. A harmless change has nothing to be found.
struct Drift {
  std::string_view what;
  std::vector<Change> changes;
  std::vector<Finding> findings;
  /// Whether the two agree again once all suggested edits are made. Left to see only where each finding has one.
  bool heals = true;
};

// By theme. Each is planted in the pair for two of the programs.
[[nodiscard]] std::vector<Drift> drifts_of_titles();
[[nodiscard]] std::vector<Drift> drifts_of_unknown_macros();
[[nodiscard]] std::vector<Drift> drifts_of_links();
[[nodiscard]] std::vector<Drift> drifts_of_instances();
[[nodiscard]] std::vector<Drift> drifts_of_inboxes();
[[nodiscard]] std::vector<Drift> drifts_of_claims();
[[nodiscard]] std::vector<Drift> drifts_of_quotes();
[[nodiscard]] std::vector<Drift> drifts_of_channels();
[[nodiscard]] std::vector<Drift> drifts_of_coverage();
[[nodiscard]] std::vector<Drift> harmless_changes();
/// For the pair with a snapshot.
[[nodiscard]] std::vector<Drift> drifts_of_live();
[[nodiscard]] std::vector<Drift> harmless_changes_of_live();
/// Committed to a git repository that holds the pair, for the rules that look into its history.
[[nodiscard]] std::vector<Drift> drifts_of_history();

}  // namespace macrolint
