#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drift/quote/words.h"
#include "macro/macro.h"

namespace macrolint {

/// What readers see of a comment, whether it is written in HTML, Markdown or plain text: what renders Markdown need not
/// be the same program everywhere, so that white space, typography and marks of Markdown do not count. Placeholders
/// count as they are written.
struct VisibleText {
  std::vector<Word> words;
  /// Parallel to the words: the form in which they are compared.
  std::vector<std::string> tokens;
  /// Tags of Liquid, which readers do not see and which decide what they see.
  std::vector<std::string> tags;
  /// All tokens in one.
  std::string whole;
};

/// `offset` is where the text begins in its source. Nothing if the text is too long to be compared.
[[nodiscard]] std::optional<VisibleText> visible_text(std::string_view text, MacroText::Format format,
                                                      std::uint32_t offset);

[[nodiscard]] bool is_same(const VisibleText& left, const VisibleText& right);

/// Where two texts begin and end to differ, in words.
struct TextDifference {
  std::size_t begin = 0;
  std::size_t left_end = 0;
  std::size_t right_end = 0;
};
[[nodiscard]] TextDifference difference_of(const VisibleText& left, const VisibleText& right);

/// Words of a text with one on either side, cut where they are many.
[[nodiscard]] std::string excerpt_of(const VisibleText& text, std::size_t begin, std::size_t end);

}  // namespace macrolint
