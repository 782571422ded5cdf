#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "passage/passage.h"

namespace macrolint {

/// A word of a sentence, a mark of punctuation, or something that is named as it is: in code, in quotes.
struct Token {
  enum class Kind : std::uint8_t { word, mark, named };

  Kind kind = Kind::word;
  /// In the passage's text; of something in quotes, without them.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// A word in lower case; else as written.
  std::string text;

  [[nodiscard]] bool is(std::string_view other) const { return kind != Kind::named && text == other; }
};

/// The tokens of a sentence, in order, its closing mark left out.
using Sentence = std::vector<Token>;

/// Cuts a passage into sentences. A passage has no more than `max_tokens` tokens; what is behind is left out.
[[nodiscard]] std::vector<Sentence> sentences_of(const Passage& passage);

inline constexpr std::size_t max_tokens = 5'000;

}  // namespace macrolint
