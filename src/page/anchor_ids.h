#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace macrolint {

/// Appends the id that Hugo makes of a heading's text with `autoHeadingIDType: github`: letters and digits of any
/// script in lower case, `_`, and `-` for hyphens and spaces; everything else is dropped. Of `:emoji:` the
/// name stays, as in Hugo since 0.120. The id is not numbered yet.
void append_heading_id(std::string_view heading, std::string& id);

/// Sets the ids of all anchors of a page whose shortcodes are known, side by side in its `decoded`.
void set_anchor_ids(Document& page);

}  // namespace macrolint
