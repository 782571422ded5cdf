#pragma once

#include <string_view>

#include "document/block.h"
#include "document/document.h"
#include "mention/macro_clues.h"

namespace macrolint {

/// Finds macros in the labels of a mermaid diagram, where `<br>` and the brackets of shapes separate what a
/// reader sees as lines.
void find_diagram_mentions(const Block& block, std::string_view text, std::uint32_t offset, const MacroClues& clues,
                           Document& document);

}  // namespace macrolint
