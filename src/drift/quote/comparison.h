#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
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

/// The quotes of a project's pages, compared with the texts of their macros when first asked for; safe to use from
/// several threads. Quotes of a few words are left out, and macros without text. Work is bounded; what goes beyond it
/// is left out, too.
class PageQuotes {
 public:
  /// The project has to outlive this, and its pages and references to stay as they are once something is asked for.
  explicit PageQuotes(const Project& project);

  /// None of documents that are no pages.
  [[nodiscard]] const std::vector<ComparedQuote>& of(const Document& page) const;

 private:
  struct Entry {
    std::once_flag once;
    std::vector<ComparedQuote> quotes;
  };

  [[nodiscard]] std::vector<ComparedQuote> compare(const Document& page,
                                                   const std::vector<Reference>& references) const;
  [[nodiscard]] std::size_t work_of_page() const;

  const Project* project_;
  /// Parallel to the pages.
  std::unique_ptr<Entry[]> entries_;
  mutable std::once_flag work_known_;
  mutable std::size_t work_of_page_ = 0;
};

}  // namespace macrolint
