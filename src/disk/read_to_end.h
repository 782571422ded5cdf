#pragma once

#include <cstdint>
#include <optional>

#include "source/text.h"

namespace macrolint {

/// Reads an open file to its end, in one call when it is as long as `expected` says. Nothing means that it is longer
/// than `limit` bytes or that reading failed; then `errno` says why, and is 0 for the former.
[[nodiscard]] std::optional<Text> read_to_end(int descriptor, std::uint64_t expected, std::uint64_t limit);

}  // namespace macrolint
