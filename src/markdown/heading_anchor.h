#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace macrolint {

/// The anchor of the heading on whose last line `at` lies. Goldmark makes the id of that line as it is written,
/// with the addresses of links and the names of emoji, less the marks around it and attributes such as `{#id}`; an
/// empty given id for `{#}`, which leaves the heading without any.
/// All offsets count from the text's beginning.
[[nodiscard]] Anchor heading_anchor(std::string_view text, std::uint32_t at);

/// The id that the line beginning at `begin` gives to the block before it, as in `{#id}` or `{.note #id}`; empty if it
/// gives none.
[[nodiscard]] Span block_id(std::string_view text, std::uint32_t begin);

/// Whether text stands in the line above the one that holds `at`.
[[nodiscard]] bool follows_text(std::string_view text, std::uint32_t at);

/// How many spaces and tabs stand before `at`.
[[nodiscard]] std::size_t indentation_of(std::string_view text, std::uint32_t at);

}  // namespace macrolint
