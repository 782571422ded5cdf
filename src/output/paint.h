#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace macrolint {

/// What a piece of text is, for its colour on a terminal.
enum class Paint : std::uint8_t { plain, strong, error, warning, note, help, gutter };

/// The text between the escape sequences of its colour (ECMA-48 SGR), or the text alone.
[[nodiscard]] std::string painted(std::string_view text, Paint paint, bool color);

}  // namespace macrolint
