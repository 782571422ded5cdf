#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "index/reference.h"

namespace macrolint {

/// A suggestion to write another title in place of a reference's, with what Markdown or a diagram needs there. It has
/// no edit where the title as written is more than text, such as one with marks inside or one that a link is found by.
/// A heading's text is never changed without a person looking: links go by it.
[[nodiscard]] Suggestion write_title(const Reference& reference, std::string_view title, std::string message,
                                     Applicability applicability);

/// A title as it may stand in the running text of a Markdown document.
[[nodiscard]] std::string escaped_title(std::string_view title);

}  // namespace macrolint
