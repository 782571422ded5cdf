#pragma once

#include <cstdint>
#include <string_view>

namespace macrolint {

/// How clearly a text says that a macro's wording follows.
enum class Introduction : std::uint8_t {
  none,
  weak,    ///< it ends with a colon, so that something of the macro follows
  strong,  ///< it says that wording follows: "the macro reads:"
};

// The texts are those of passages in which titles of macros are blanked, since a title may hold any words.

/// What the paragraph, list item or heading before a quote says.
[[nodiscard]] Introduction introduction_before(std::string_view text);

/// Whether a text that names no macro speaks of the wording of one that was named just before: "Its text:".
[[nodiscard]] bool continues_introduction(std::string_view text);

/// Whether the paragraph behind a quote says that the quote was a macro's wording: "The above is the text of …".
[[nodiscard]] bool is_caption(std::string_view text);

/// Whether the words between a macro's title and a quotation mark say that the macro's words follow: "macro says".
[[nodiscard]] bool introduces_sentence(std::string_view between);

}  // namespace macrolint
