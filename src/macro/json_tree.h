#pragma once

#include <optional>
#include <string_view>

#include "yaml/yaml.h"

namespace macrolint {

/// A JSON text as a tree of nodes with their places, so that rules need not know which of the two languages a
/// macro was written in. A string is a double-quoted scalar, other values are plain ones.
struct JsonTree {
  /// Absent when the text is not JSON or exceeds the bounds: 64 levels, 1,000,000 values.
  std::optional<yaml::Node> root;
  std::optional<yaml::Problem> problem;
};

/// `text` must be valid UTF-8.
[[nodiscard]] JsonTree read_json(std::string_view text);

/// The inside of a JSON string, as `yaml::raw_text` has it for YAML. Escapes of ASCII characters, with which
/// Zendesk writes `<` and `>`, become the character behind blanks; others are blanked.
[[nodiscard]] yaml::RawText json_raw_text(std::string_view source, const yaml::Node& scalar);

}  // namespace macrolint
