#pragma once

#include <cstdint>
#include <vector>

#include "drift/quote/alignment.h"
#include "drift/quote/quotes.h"
#include "drift/quote/words.h"
#include "index/project.h"
#include "macro/text_view.h"

namespace macrolint {

/// A quote beside the text of its macro that it comes from.
struct ComparedQuote {
  enum class Standing : std::uint8_t {
    verbatim,  ///< the macro's wording or a part of it
    differs,   ///< alike enough to be an older form of it
    unlike,    ///< something else, or rewritten so much that nobody can tell
  };

  Standing standing = Standing::unlike;
  Quote quote;
  const Macro* macro = nullptr;
  /// The macro's text that it fits best.
  TextView view;
  std::vector<Word> quoted;
  std::vector<Word> original;
  Alignment alignment;
};

/// Compares the quotes of a page with the texts of their macros. Quotes of a few words are left out, and macros without
/// text. Work is bounded; what goes beyond it is left out, too.
[[nodiscard]] std::vector<ComparedQuote> compare_quotes(const Project& project, const Document& page,
                                                        const std::vector<Reference>& references);

}  // namespace macrolint
