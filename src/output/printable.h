#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace macrolint {

/// One character as a terminal shows it.
struct Cell {
  /// What is printed: the character itself, or an escape such as `\x1B` for what must not reach a terminal.
  std::string text;
  /// Columns that it takes.
  std::uint32_t width = 0;
  /// Bytes that it takes in the source.
  std::uint32_t bytes = 0;
};

/// The first character of a text that is not empty. Control characters, characters without a shape (such as those
/// that change the direction of writing) and bytes that are not UTF-8 come out escaped.
[[nodiscard]] Cell first_cell(std::string_view text);

/// A text from an input file in a form that is safe to print within a line.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace macrolint
