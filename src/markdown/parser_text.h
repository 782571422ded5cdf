#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/rare_marks.h"

namespace macrolint {

/// What md4c has to read instead of a text where it would find other blocks in it than Goldmark does: of the same size,
/// so that all places are those of the text. Nothing for most texts, which it reads as they are.
[[nodiscard]] std::optional<std::string> text_for_parser(std::string_view text, const RareMarks& marks);

}  // namespace macrolint
