#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "configuration/schema_view.h"
#include "yaml/yaml.h"

namespace macrolint {

/// How messages and subjects call a node.
struct NodeName {
  /// What a sentence about it starts with.
  std::string in_messages = "The file";
  /// The key whose value it is or belongs to; empty at the root.
  std::string key;

  [[nodiscard]] static NodeName of_value(std::string_view key);
  [[nodiscard]] NodeName of_item(std::size_t index) const;
};

/// What is wrong with this node itself, not with what it contains: unknown and missing keys, type, words that
/// are allowed, size.
[[nodiscard]] std::vector<yaml::Problem> violations_at(const yaml::Node& node, const SchemaView& schema,
                                                       const NodeName& name);

}  // namespace macrolint
