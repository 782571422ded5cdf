#include <charconv>
#include <nlohmann/json.hpp>

#include "yaml/yaml.h"

namespace macrolint::yaml {

namespace {

template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

/// YAML 1.2's core schema (section 10.3.2) for plain scalars; everything else is text.
nlohmann::json scalar_to_json(const Node& node) {
  if (node.style != Style::plain) {
    return node.value;
  }
  if (node.is_null()) {
    return nullptr;
  }
  if (const auto boolean = node.boolean()) {
    return *boolean;
  }
  if (const auto integer = whole_number<std::int64_t>(node.value)) {
    return *integer;
  }
  const char first = node.value.front();
  if ((first >= '0' && first <= '9') || first == '-' || first == '.') {
    if (const auto real = whole_number<double>(node.value)) {
      return *real;
    }
  }
  return node.value;
}

}  // namespace

// Depth is bounded by `parse`, so recursion is too.
nlohmann::json to_json(const Node& node) {
  switch (node.kind) {
    case Kind::null:
      return nullptr;
    case Kind::scalar:
      return scalar_to_json(node);
    case Kind::sequence: {
      nlohmann::json array = nlohmann::json::array();
      for (const Node& item : node.items) {
        array.push_back(to_json(item));
      }
      return array;
    }
    case Kind::mapping: {
      nlohmann::json object = nlohmann::json::object();
      for (const auto& [key, value] : node.members) {
        object[key.value] = to_json(value);
      }
      return object;
    }
  }
  return nullptr;
}

}  // namespace macrolint::yaml
