#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "source/source.h"

namespace macrolint {

/// Attributes as Goldmark has them: `{#id .class key=value}`.
struct AttributeList {
  bool has_id = false;
  /// Without `#` or quotes; `{#}` gives an empty one.
  Span id;
  /// Behind the closing brace.
  std::size_t end = 0;
};

/// Reads the attributes whose brace opens at `at`, within its line; nothing if they are not well formed.
[[nodiscard]] std::optional<AttributeList> read_attributes(std::string_view line, std::size_t at);

}  // namespace macrolint
