#pragma once

#include <string_view>

namespace macrolint {

/// Which marks a text has that most texts have not. Found in one pass, so that nobody seeks in vain for one of them.
struct RareMarks {
  /// Any character beyond ASCII.
  bool beyond_ascii = false;
  /// `|`, without which there is no table.
  bool pipe = false;
  /// `@`, as in addresses.
  bool at_sign = false;
  /// `::`, as in titles of macros.
  bool colons = false;
  /// `][`, as between the text and the label of a reference link.
  bool reference = false;
  /// `[^`, as in footnotes.
  bool footnote = false;
  /// `{{`, as in shortcodes.
  bool braces = false;
  /// `<h` or `<H`, as in the tags of headings.
  bool heading_tag = false;
};

[[nodiscard]] RareMarks find_rare_marks(std::string_view text);

}  // namespace macrolint
