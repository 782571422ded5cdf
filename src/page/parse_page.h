#pragma once

#include <string_view>

#include "document/document.h"
#include "mention/macro_clues.h"
#include "source/source.h"

namespace macrolint {

/// Whether a content file holds HTML instead of Markdown.
[[nodiscard]] bool is_html_file(std::string_view path);

/// Reads a whole file: front matter (Hugo only), shortcodes (Hugo only) and Markdown or HTML.
[[nodiscard]] Document parse_page(const Source& source, Document::Syntax syntax, const MacroClues& clues);

/// Reads text that stands inside another file, such as a comment in a macro. `document` has its source, syntax
/// and body set; `text` is that body, byte for byte in place, with anything that is not text blanked.
void parse_embedded(Document& document, std::string_view text, const MacroClues& clues);

}  // namespace macrolint
