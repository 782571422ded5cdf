#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/yaml.h"

namespace macrolint::yaml {

struct ScalarPlace {
  Style style = Style::plain;
  Span span;
  /// A quotation mark opens it and none closes it, which yaml-cpp lets pass at the end of a file.
  bool unclosed = false;
};

/// Where the scalar ends that begins at `begin`; yaml-cpp tells only where scalars begin. `quoted` is what
/// yaml-cpp says: that the scalar is not plain; `in_flow`, that it stands between brackets. Properties (`&anchor`,
/// `!tag`) before the scalar are skipped.
[[nodiscard]] ScalarPlace place_of_scalar(std::string_view text, std::uint32_t begin, bool quoted, bool in_flow);

}  // namespace macrolint::yaml
