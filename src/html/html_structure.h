#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// A tag that does not fit.
struct HtmlProblem {
  Span span;
  std::string message;
  /// The element that is probably meant; empty if none is near.
  std::string_view nearest;
};

/// Pairs the tags of a piece of HTML: unknown elements, elements that are not closed, end tags that close nothing.
/// End tags that HTML lets authors omit may be missing. `written` is the same text before anything in it was blanked,
/// which messages quote. `offset` is added to the spans. Linear in the text; stops after 50 problems,
/// and at 500 levels, where browsers stop nesting.
[[nodiscard]] std::vector<HtmlProblem> check_html(std::string_view html, std::string_view written,
                                                  std::uint32_t offset);

/// Whether a reader would see nothing: only white space, tags without content of their own, comments and
/// non-breaking spaces.
[[nodiscard]] bool is_blank_html(std::string_view html);

}  // namespace macrolint
