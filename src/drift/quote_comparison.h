#pragma once

#include <cstdint>
#include <vector>

#include "drift/alignment.h"
#include "drift/quotes.h"
#include "drift/words.h"
#include "index/project.h"
#include "macro/text_view.h"

namespace macrolint {

/// A quote beside the text of its macro that it comes from.
struct ComparedQuote {
  Quote quote;
  const Macro* macro = nullptr;
  /// The macro's text that it fits best.
  TextView view;
  std::vector<Word> quoted;
  std::vector<Word> original;
  /// Without differences if the quote is still the macro's wording.
  Alignment alignment;
};

/// Compares the quotes of a page with the texts of their macros, and returns those that are or once were a macro's
/// wording: what resembles none of its texts is something else. Work is bounded; what goes beyond it is left out.
[[nodiscard]] std::vector<ComparedQuote> compare_quotes(const Project& project, const Document& page,
                                                        const std::vector<Reference>& references);

}  // namespace macrolint
