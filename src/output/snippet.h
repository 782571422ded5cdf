#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "source/source.h"

namespace macrolint {

/// A source line as it is shown below a diagnostic, and the marks that go below it.
struct Snippet {
  std::string line;
  /// Spaces up to the span, then one `^` for each of its columns.
  std::uint32_t indentation = 0;
  std::uint32_t marks = 1;
};

/// Cuts a long line to a window of about 100 columns around the span and measures it in columns of a terminal.
/// `span` holds byte offsets within `line`; what reaches beyond the line's end is left out.
[[nodiscard]] Snippet make_snippet(std::string_view line, Span span);

}  // namespace macrolint
