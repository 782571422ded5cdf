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

/// Compares the tags of a piece of HTML with the tree that browsers build from it: unknown elements, elements that are
/// not closed, end tags that close nothing, tags without `>`. End tags that HTML lets authors omit may be missing.
/// `written` is the same text before anything in it was blanked, which messages quote. `offset` is added to the spans.
/// At most 50 problems, in the order of the text; a text that is too large to be parsed is one.
[[nodiscard]] std::vector<HtmlProblem> check_html(std::string_view html, std::string_view written,
                                                  std::uint32_t offset);

/// Whether a reader would see nothing: only white space, tags without content of their own, comments and
/// non-breaking spaces. Text that is too large to be parsed is not blank.
[[nodiscard]] bool is_blank_html(std::string_view html);

}  // namespace macrolint
