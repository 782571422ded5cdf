#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace macrolint {

/// The numbers of one run.
struct TrendPoint {
  /// A day as `YYYY-MM-DD`, or the name of the file where no day is known.
  std::string label;
  bool has_date = false;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t macros = 0;
  std::size_t references = 0;
  /// Only reports say so, not the results of checks.
  std::optional<std::size_t> documented_macros;
};

/// Reads the JSON of `macrolint check` or of `macrolint report`. The day is the one that a report holds, else the last
/// in the file's name (`2026-01-31` or `20260131`); results of checks hold none, since equal files are to give
/// equal results. A sentence comes back if the text is neither.
[[nodiscard]] std::variant<TrendPoint, std::string> read_trend_point(std::string_view file_name, std::string_view text);

/// Whether a person who numbers or dates results takes the file `left` for the earlier one: without their extension,
/// `run-9` before `run-10` and `2026-01-31` before `2026-01-31-2`.
[[nodiscard]] bool is_earlier_file(std::string_view left, std::string_view right);

/// Puts points in order: by day where all have one, else as they are given. Of several with one day the last counts.
void sort_trend(std::vector<TrendPoint>& points);

}  // namespace macrolint
