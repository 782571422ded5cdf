#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "macro/text_view.h"

namespace macrolint {

/// A paragraph of what a macro sends, as those see it who receive it: plain text, whatever it was written in. No markup
/// leaves this step, so that a report needs to trust none.
struct WordingBlock {
  enum class Kind : std::uint8_t { paragraph, heading, item, quote, cell, code };

  Kind kind = Kind::paragraph;
  std::string text;
};

/// "paragraph", "heading" and so on: the words used in output.
[[nodiscard]] std::string_view name_of(WordingBlock::Kind kind);

/// The blocks of a text; of one that is too long or built to be expensive, its beginning as it is written. White space
/// is folded but in code.
[[nodiscard]] std::vector<WordingBlock> wording_blocks(const TextView& view);

}  // namespace macrolint
