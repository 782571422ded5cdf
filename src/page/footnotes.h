#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// Finds the marks of footnotes at the beginnings of lines, `[^name]:`, from `begin` on.
[[nodiscard]] std::vector<Span> find_footnotes(std::string_view text, std::uint32_t begin);

/// Overwrites the marks with those of list items. The Markdown parser knows no footnotes: to it a mark begins the
/// definition of a link, and what a footnote goes on with, indented, is code. In a list item both are text.
void mask_footnotes(std::string& text, const std::vector<Span>& footnotes);

}  // namespace macrolint
