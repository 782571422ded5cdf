#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace macrolint {

/// Finds, in a piece of plain text that the parser left over, the brackets of a link that is none: a space
/// between label and destination, or a space in the destination. `text` begins at `offset`; `piece` is the part
/// of the source to look at.
void find_failed_links(std::string_view text, std::uint32_t offset, Span piece, Document& document);

}  // namespace macrolint
