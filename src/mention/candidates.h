#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mention/flat_text.h"
#include "mention/macro_clues.h"

namespace macrolint {

/// A part of a text that is set apart from the words around it and may be a macro's title.
struct Candidate {
  enum class Kind : std::uint8_t { code, strong, label, quoted };

  Kind kind = Kind::code;
  /// The title: without quotes and without the word macro where that stands inside.
  std::size_t begin = 0;
  std::size_t end = 0;
  /// With quotes and all; what adjacency is judged from.
  std::size_t outer_begin = 0;
  std::size_t outer_end = 0;
  /// The link it stands in, or -1.
  std::int32_t link = -1;
  /// The word macro stands inside, as in `X macro`.
  bool word_inside = false;
  /// The word macro stands right before or behind; with the link that the word is the label of, or -1.
  bool word_before = false;
  bool word_behind = false;
  std::int32_t word_link = -1;

  [[nodiscard]] bool beside_word() const { return word_inside || word_before || word_behind; }
};

/// All candidates of a text in order, with what stands beside them. A code span within a label is a candidate
/// and the label is not.
[[nodiscard]] std::vector<Candidate> find_candidates(const FlatText& flat, const MacroClues& clues);

/// Whether a text could be a title that somebody gave a macro: folders and a name separated by `::`, or several
/// words that begin with a capital or digit. What has one word or looks like an identifier is not.
[[nodiscard]] bool looks_like_title(std::string_view text);

}  // namespace macrolint
