#pragma once

#include <optional>

#include "diagnostic/diagnostic.h"
#include "drift/quote/comparison.h"

namespace macrolint {

/// The edits that give a quote the macro's present wording: of the words that differ where that is possible, so that
/// names that the page has for placeholders stay, else of the whole quote in its form. Nothing if neither can be done
/// without harm to the page.
[[nodiscard]] std::optional<Suggestion> suggest_present_wording(const Source& page, const ComparedQuote& compared);

}  // namespace macrolint
