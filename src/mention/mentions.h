#pragma once

#include <cstddef>
#include <string_view>

#include "document/block.h"
#include "document/document.h"
#include "mention/macro_clues.h"

namespace macrolint {

/// A page with more is not written by people; what is beyond is left out and the page called too complex.
inline constexpr std::size_t max_mentions = 10'000;

/// Finds the places of a block where the text names a macro or may do so, and adds them to the document's
/// mentions. `text` is what the spans of the block's inlines index after `offset` is taken off; `places` is where it
/// has clues.
void find_mentions(const Block& block, std::string_view text, std::uint32_t offset, const MacroClues& clues,
                   const CluePlaces& places, Document& document);

/// Whether the block's text has one of the words.
[[nodiscard]] bool has_macro_word(const Block& block, std::string_view text, std::uint32_t offset,
                                  const MacroClues& clues);

}  // namespace macrolint
