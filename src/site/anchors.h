#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Appends the id that Hugo makes of a heading's text with `autoHeadingIDType: github`: letters and digits of any
/// script in lower case, `_`, and `-` for hyphens and spaces; everything else is dropped. Of `:emoji:` the
/// name stays, as in Hugo since 0.120. The id is not numbered yet.
void append_heading_id(std::string_view heading, std::string& id);

/// Finds the document that an `include` tag brings into the page, or null.
using FindInclude = std::function<const Document*(const Document& page, const ShortcodeTag& tag)>;

/// Every id of a page as it is published, those of included texts too, in order of place: a heading whose id was
/// there before is numbered. Numbers run on over included texts, because Hugo puts them into the page before it
/// reads the Markdown. Ids that another shortcode brings are not known.
[[nodiscard]] std::vector<std::string> anchors_of(const Document& page, const FindInclude& find_include);

}  // namespace macrolint
