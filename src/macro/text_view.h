#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "macro/macro.h"
#include "source/source.h"

namespace macrolint {

/// A text that a macro sends, with the place that its bytes have in a file.
struct TextView {
  const Source* source = nullptr;
  std::string_view text;
  /// Where the text begins in the source.
  std::uint32_t offset = 0;
  MacroText::Format format = MacroText::Format::text;

  /// The place in the file of a part of the text; an escape that it begins with is included whole.
  [[nodiscard]] Place place(Span span) const;
  /// Whether the file has this part of the text without escapes, so that it can be edited there.
  [[nodiscard]] bool is_verbatim(Span span) const {
    return source->slice(span) == text.substr(span.begin - offset, span.size());
  }
};

/// The comments and subjects of a macro, its managed content included.
[[nodiscard]] std::vector<TextView> texts_of(const Macro& macro);

}  // namespace macrolint
