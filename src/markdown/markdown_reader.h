#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"
#include "mention/macro_clues.h"
#include "source/rare_marks.h"

namespace macrolint {

/// Reads Markdown (CommonMark with GFM's tables, strikethrough, task lists and autolinks) into the document's
/// lists. `text` is what the parser sees: the bytes of the source from `offset` on, perhaps with parts blanked;
/// all spans are offsets into the source. `marks` may be those of a text with more in it.
void read_markdown(std::string_view text, std::uint32_t offset, const RareMarks& marks, const MacroClues& clues,
                   Document& document);

}  // namespace macrolint
