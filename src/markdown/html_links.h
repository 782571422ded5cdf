#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Finds the links (`<a href>`, `<img src>`), anchors (`id`, `<a name>`) and addresses of a piece of raw HTML. Comments
/// are passed over, but for annotations, and what stands in scripts and styles. It reads tags only, by the rules of
/// HTML's tokenizer, and not the structure of the document, so that a fragment as Markdown has it suffices. `offset` is
/// added to the spans; entities in destinations are resolved into `decoded`.
void find_html_links(std::string_view html, std::uint32_t offset, Document& document);

}  // namespace macrolint
