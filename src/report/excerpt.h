#pragma once

#include <string>
#include <string_view>

#include "source/source.h"

namespace macrolint {

/// The line of a finding in three parts, so that the part at fault can be set apart in whatever way a format has. All
/// of it can be printed; what was cut off is shown by `…`.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

/// `span` holds byte offsets within `line`; what reaches beyond the line's end is left out.
[[nodiscard]] Excerpt make_excerpt(std::string_view line, Span span);

}  // namespace macrolint
