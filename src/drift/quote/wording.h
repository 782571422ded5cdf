#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "drift/quote/words.h"
#include "macro/text_view.h"

namespace macrolint {

/// Longer texts are not compared: the most that a comment in Zendesk may hold.
inline constexpr std::size_t longest_wording = std::size_t{64} * 1024;

/// The words of Markdown, or of plain text, which agents write much like it: links as their labels, marks gone.
/// `offset` is where the text begins in its source. None if the text is too long or built to be expensive.
[[nodiscard]] std::vector<Word> words_of_markdown(std::string_view text, std::uint32_t offset);

/// The words of HTML, as a browser would show them; none under the same conditions.
[[nodiscard]] std::vector<Word> words_of_html(std::string_view text, std::uint32_t offset);

/// The words of a text that a macro sends.
[[nodiscard]] std::vector<Word> words_of(const TextView& view);

/// Whether a text that is shown as code is HTML.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace macrolint
