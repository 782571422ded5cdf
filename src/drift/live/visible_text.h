#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drift/quote/words.h"
#include "macro/macro.h"

namespace macrolint {

/// What readers see of a comment, whether it is written in HTML, Markdown or plain text. What renders Markdown need not
/// be the same program everywhere, so that letters, digits and placeholders count, and white space, punctuation, marks
/// of Markdown and what stands in brackets do not.
struct VisibleText {
  std::vector<Word> words;
  /// Tags of Liquid, which readers do not see and which decide what they see.
  std::vector<std::string> tags;
  /// What counts of all words, in one; it is what is compared.
  std::string whole;
  /// Parallel to the words: where each of them ends in it.
  std::vector<std::size_t> ends;

  /// Whether readers see an address in the text.
  [[nodiscard]] bool shows(std::string_view address) const;
};

/// `offset` is where the text begins in its source; `document` has its images, or is null. Nothing if the text is too
/// long to be compared.
[[nodiscard]] std::optional<VisibleText> visible_text(std::string_view text, MacroText::Format format,
                                                      std::uint32_t offset, const Document* document);

[[nodiscard]] bool is_same(const VisibleText& left, const VisibleText& right);

/// The words from the first to the last of which two texts differ; none on the side that only lacks some.
struct TextDifference {
  std::size_t left_begin = 0;
  std::size_t left_end = 0;
  std::size_t right_begin = 0;
  std::size_t right_end = 0;
};
[[nodiscard]] TextDifference difference_of(const VisibleText& left, const VisibleText& right);

/// Words of a text with one on either side, cut where they are many.
[[nodiscard]] std::string excerpt_of(const VisibleText& text, std::size_t begin, std::size_t end);

}  // namespace macrolint
