#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Finds every shortcode tag from `begin` on. Hugo runs shortcodes before Markdown, in code blocks too, so this
/// reads plain text. Tags commented out as `{{</* … */>}}` are found with form `comment`.
[[nodiscard]] std::vector<ShortcodeTag> find_shortcodes(std::string_view text, std::uint32_t begin);

/// The first parameter of a tag, positional or named, without its quotes; empty if it has none.
[[nodiscard]] std::string_view first_parameter(const Source& source, const ShortcodeTag& tag);

/// The tags that have a line for themselves and no closing tag, less those of Hugo that show a picture or a video:
/// only such a tag can bring whole sections into a page.
[[nodiscard]] std::vector<const ShortcodeTag*> standing_alone(const Document& page);

/// A copy of `text` for the Markdown parser in which each tag is replaced, byte for byte, by what does not
/// disturb: a tag alone on its line leaves a blank line if its output is Markdown or it has a closing tag; others leave
/// letters.
[[nodiscard]] std::string mask_shortcodes(std::string_view text, const std::vector<ShortcodeTag>& tags);

}  // namespace macrolint
