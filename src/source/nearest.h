#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace macrolint {

/// The candidate that a reader would take a misspelt name for: the one with the fewest edits (insertions,
/// deletions, substitutions, transpositions of neighbours; case counts half), if those are at most a third of
/// the name. The first one wins a tie.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view name,
                                                      std::span<const std::string_view> candidates);

}  // namespace macrolint
