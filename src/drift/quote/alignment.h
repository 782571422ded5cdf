#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "drift/quote/words.h"

namespace macrolint {

/// Words of the quote and of the original that stand for each other, as half-open ranges.
struct Difference {
  std::size_t quote_begin = 0;
  std::size_t quote_end = 0;
  std::size_t original_begin = 0;
  std::size_t original_end = 0;
};

/// How a quote lies on the part of the original that it fits best.
struct Alignment {
  /// Words that both have, in order.
  std::size_t matches = 0;
  /// The longest run of these without anything between.
  std::size_t longest_run = 0;
  /// Of the words that are left when placeholders with what stands for them, gaps and optional words are set aside,
  /// the part that both have, from 0 to 1.
  double similarity = 0;
  /// The part of the original that the quote lies on.
  std::size_t original_begin = 0;
  std::size_t original_end = 0;
  /// In order; none if the quote is verbatim.
  std::vector<Difference> differences;
};

/// The most cells that one comparison may have: words of the quote times words of the original.
inline constexpr std::size_t max_alignment_cells = std::size_t{4} * 1024 * 1024;

/// How many cells the comparison takes.
[[nodiscard]] std::size_t alignment_cells(const std::vector<Word>& quote, const std::vector<Word>& original);

/// Finds the part of the original that takes the fewest insertions, deletions and substitutions of words to become the
/// quote. A placeholder or stand-in on either side stands for a few words on the other, a gap in the quote for any
/// number of them. Takes time and memory in proportion to its cells, of which there are at most `max_alignment_cells`.
[[nodiscard]] Alignment align(const std::vector<Word>& quote, const std::vector<Word>& original);

}  // namespace macrolint
