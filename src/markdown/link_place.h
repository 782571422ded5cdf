#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "document/document.h"

namespace macrolint {

/// Works out where a link that the parser found stands: its brackets, label and destination, by CommonMark's
/// syntax of inline and reference links (spec 0.30, sections 6.3 and 4.7). `inner` is what the parser reported
/// inside the label; `definition` is where it read the destination, if that is a piece of the text.
/// Spans are offsets into the source; `text` begins at `offset`.
void place_link(std::string_view text, std::uint32_t offset, Span inner, bool image, std::optional<Span> definition,
                Link& link);

}  // namespace macrolint
