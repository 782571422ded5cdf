#pragma once

#include <cstdint>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// A piece of a block's inline content, in order. Openings and closings of links carry the link's index,
/// and so does the tag of a link in HTML.
struct Inline {
  enum class Kind : std::uint8_t {
    text,
    entity,
    code,
    line_break,
    html,
    link_begin,
    link_end,
    strong_begin,
    strong_end,
  };

  Kind kind = Kind::text;
  Span span;
  std::int32_t link = -1;
};

/// A paragraph, heading, table cell or code block: what a sentence cannot leave.
struct Block {
  enum class Kind : std::uint8_t { text, diagram };

  Kind kind = Kind::text;
  /// A cell of a table whose header cell of the same column has the word macro.
  bool under_macro_header = false;
  std::vector<Inline> inlines;
};

}  // namespace macrolint
