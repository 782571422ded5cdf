#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "index/macro_index.h"

namespace macrolint {

/// The title in a mention of which only the titles can tell where it begins or ends.
struct BareTitle {
  std::string title;
  TitleMatch match;
  /// Where it stands, or the whole mention if that cannot be told for sure.
  Span span;
  bool is_located = false;
};

/// Looks a title up as it is written, or as the way through the menu that it may be.
[[nodiscard]] TitleMatch find_written_title(std::string_view written, const MacroIndex& index);

/// The longest end or beginning of the mention's text that is a macro's title. If none is, what looks most like one.
[[nodiscard]] BareTitle find_bare_title(const Document& document, const Mention& mention, const MacroIndex& index);

}  // namespace macrolint
