#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml.h"

namespace macrolint {

/// Whether a node's value is of a JSON Schema type, such as `object` or `integer`.
[[nodiscard]] bool has_type(const yaml::Node& node, std::string_view type);

/// A part of a JSON Schema, with its root at hand to resolve `$ref`.
class SchemaView {
 public:
  explicit SchemaView(const nlohmann::json& root) : SchemaView(root, &root) {}

  /// What the schema says about the value of a key, or about the items of a sequence; a view of nothing if it
  /// says nothing. Of alternatives, the first that `parent` can be meant for is followed.
  [[nodiscard]] SchemaView child(const yaml::Node& parent, std::string_view key) const;
  /// This view with `$ref`, `anyOf` and `oneOf` followed for that node.
  [[nodiscard]] SchemaView resolved(const yaml::Node& node) const;
  /// The types that a value may have, over all alternatives; empty if any.
  [[nodiscard]] std::vector<std::string> types() const;
  /// The keyword's value, or null.
  [[nodiscard]] const nlohmann::json* find(const char* keyword) const;

 private:
  SchemaView(const nlohmann::json& root, const nlohmann::json* part) : root_(&root), part_(part) {}

  [[nodiscard]] SchemaView referenced() const;
  [[nodiscard]] bool accepts_kind_of(const yaml::Node& node) const;

  const nlohmann::json* root_;
  const nlohmann::json* part_;
};

}  // namespace macrolint
