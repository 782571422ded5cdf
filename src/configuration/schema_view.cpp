#include "configuration/schema_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace macrolint {

namespace {

using nlohmann::json;

/// The words that `type` lists, whether it is written as one word or as a list.
std::vector<std::string> types_of(const json* type) {
  std::vector<std::string> types;
  if (type != nullptr && type->is_string()) {
    types.push_back(type->get<std::string>());
  } else if (type != nullptr && type->is_array()) {
    for (const json& entry : *type) {
      types.push_back(entry.get<std::string>());
    }
  }
  return types;
}

}  // namespace

bool has_type(const yaml::Node& node, std::string_view type) {
  if (node.kind == yaml::Kind::mapping) {
    return type == "object";
  }
  if (node.kind == yaml::Kind::sequence) {
    return type == "array";
  }
  const json value = yaml::to_json(node);
  return (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
         (type == "null" && value.is_null()) || (type == "integer" && value.is_number_integer()) ||
         (type == "number" && value.is_number());
}

const json* SchemaView::find(const char* keyword) const {
  if (part_ == nullptr || !part_->is_object()) {
    return nullptr;
  }
  const auto found = part_->find(keyword);
  return found == part_->end() ? nullptr : &*found;
}

std::vector<std::string> SchemaView::types() const {
  if (find("type") != nullptr) {
    return types_of(find("type"));
  }
  const json* alternatives = find("anyOf") != nullptr ? find("anyOf") : find("oneOf");
  std::vector<std::string> types;
  for (std::size_t i = 0; alternatives != nullptr && i < alternatives->size(); ++i) {
    const std::vector<std::string> more = types_of(SchemaView(*root_, &(*alternatives)[i]).referenced().find("type"));
    if (more.empty()) {
      return {};
    }
    types.insert(types.end(), more.begin(), more.end());
  }
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

SchemaView SchemaView::referenced() const {
  SchemaView view = *this;
  // The schemas are this program's own; the bound only keeps a circle in one from hanging it.
  for (int hops = 0; hops < 16; ++hops) {
    const json* reference = view.find("$ref");
    if (reference == nullptr || !reference->is_string()) {
      break;
    }
    const auto& text = reference->get_ref<const std::string&>();
    if (!text.starts_with('#')) {
      break;
    }
    const json::json_pointer pointer(text.substr(1));
    view.part_ = root_->contains(pointer) ? &root_->at(pointer) : nullptr;
  }
  return view;
}

bool SchemaView::accepts_kind_of(const yaml::Node& node) const {
  const std::vector<std::string> types = types_of(find("type"));
  if (!types.empty() &&
      std::none_of(types.begin(), types.end(), [&](const std::string& type) { return has_type(node, type); })) {
    return false;
  }
  const json* properties = find("properties");
  if (properties == nullptr || node.kind != yaml::Kind::mapping) {
    return true;
  }
  return std::all_of(properties->items().begin(), properties->items().end(), [&](const auto& property) {
    const auto expected = property.value().find("const");
    const yaml::Node* value = node.find(property.key());
    return expected == property.value().end() || (value != nullptr && yaml::to_json(*value) == *expected);
  });
}

SchemaView SchemaView::resolved(const yaml::Node& node) const {
  SchemaView view = referenced();
  for (int hops = 0; hops < 16; ++hops) {
    const json* alternatives = view.find("anyOf") != nullptr ? view.find("anyOf") : view.find("oneOf");
    if (alternatives == nullptr) {
      break;
    }
    std::optional<SchemaView> chosen;
    for (const json& alternative : *alternatives) {
      const SchemaView candidate = SchemaView(*root_, &alternative).referenced();
      if (candidate.accepts_kind_of(node)) {
        chosen = candidate;
        break;
      }
    }
    if (!chosen) {
      break;
    }
    view = *chosen;
  }
  return view;
}

SchemaView SchemaView::child(const yaml::Node& parent, std::string_view key) const {
  const SchemaView view = resolved(parent);
  if (parent.kind == yaml::Kind::sequence) {
    return SchemaView(*root_, view.find("items"));
  }
  if (const json* properties = view.find("properties"); properties != nullptr) {
    if (const auto found = properties->find(std::string(key)); found != properties->end()) {
      return SchemaView(*root_, &*found);
    }
  }
  return SchemaView(*root_, view.find("additionalProperties"));
}

}  // namespace macrolint
