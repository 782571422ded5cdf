#include "configuration/violation.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "source/nearest.h"
#include "source/source.h"

namespace macrolint {

namespace {

using nlohmann::json;

std::string_view words_for(std::string_view type) {
  if (type == "object") {
    return "a mapping";
  }
  if (type == "array") {
    return "a list";
  }
  if (type == "string") {
    return "text";
  }
  if (type == "boolean") {
    return "true or false";
  }
  if (type == "null") {
    return "empty";
  }
  return type == "integer" ? "a whole number" : "a number";
}

std::string shortened(std::string_view text) {
  constexpr std::size_t limit = 80;
  if (text.size() <= limit) {
    return std::string(text);
  }
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string(text.substr(0, end)) + "…";
}

/// `a`, `b` or `c`.
std::string one_of(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    list += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

std::string in_backticks(std::string_view text) { return fmt::format("`{}`", shortened(text)); }

std::string found_in(const yaml::Node& node) {
  if (node.kind == yaml::Kind::mapping) {
    return "a mapping";
  }
  if (node.kind == yaml::Kind::sequence) {
    return "a list";
  }
  const json value = yaml::to_json(node);
  if (value.is_null()) {
    return "empty";
  }
  if (value.is_string()) {
    return value.get_ref<const std::string&>().empty() ? "empty text" : "the text " + in_backticks(node.value);
  }
  return (value.is_boolean() ? "" : "the number ") + in_backticks(node.value);
}

std::string subject_of(const yaml::Node& node, const NodeName& name) {
  return node.kind == yaml::Kind::scalar ? node.value : name.key;
}

std::optional<std::string_view> nearest_of(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  return nearest(word, candidates);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto near = nearest_of(word, known);
  return near ? fmt::format(" Did you mean `{}`?", *near) : "";
}

std::optional<yaml::Problem> wrong_type(const yaml::Node& node, const SchemaView& schema, const NodeName& name) {
  const std::vector<std::string> types = schema.types();
  const bool is_told_by_words = node.kind == yaml::Kind::scalar && schema.find("enum") != nullptr;
  if (types.empty() || is_told_by_words ||
      std::any_of(types.begin(), types.end(), [&](const std::string& type) { return has_type(node, type); })) {
    return std::nullopt;
  }
  std::vector<std::string> expected;
  expected.reserve(types.size());
  for (const std::string& type : types) {
    expected.emplace_back(words_for(type));
  }
  return yaml::Problem{node.span,
                       fmt::format("{} must be {}, but it is {}.", name.in_messages, one_of(expected), found_in(node)),
                       subject_of(node, name)};
}

std::optional<yaml::Problem> wrong_word(const yaml::Node& node, const SchemaView& schema, const NodeName& name) {
  std::vector<json> allowed;
  if (const json* words = schema.find("enum"); words != nullptr) {
    allowed.assign(words->begin(), words->end());
  } else if (const json* word = schema.find("const"); word != nullptr) {
    allowed.push_back(*word);
  }
  if (allowed.empty() || std::find(allowed.begin(), allowed.end(), yaml::to_json(node)) != allowed.end()) {
    return std::nullopt;
  }
  std::vector<std::string> known;
  std::vector<std::string> quoted;
  for (const json& word : allowed) {
    known.push_back(word.is_string() ? word.get<std::string>() : word.dump());
    quoted.push_back(in_backticks(known.back()));
  }
  return yaml::Problem{node.span,
                       fmt::format("{} must be {}, but it is {}.{}", name.in_messages, one_of(quoted), found_in(node),
                                   node.kind == yaml::Kind::scalar ? did_you_mean(node.value, known) : ""),
                       subject_of(node, name)};
}

/// The bounds that schemas here use on sizes and numbers.
std::optional<yaml::Problem> wrong_size(const yaml::Node& node, const SchemaView& schema, const NodeName& name) {
  const auto bound = [&](const char* keyword) -> std::optional<double> {
    const json* value = schema.find(keyword);
    return value != nullptr && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
  };
  const auto problem = [&](const std::string& expected) {
    return yaml::Problem{node.span, fmt::format("{} must {}.", name.in_messages, expected), subject_of(node, name)};
  };
  const json value = node.kind == yaml::Kind::scalar ? yaml::to_json(node) : json();
  double size = 0;
  const char* minimum = "minimum";
  const char* maximum = "maximum";
  std::string_view unit;
  if (value.is_string()) {
    size = count_characters(node.value);
    minimum = "minLength";
    maximum = "maxLength";
    unit = "characters";
  } else if (node.kind == yaml::Kind::sequence) {
    size = static_cast<double>(node.items.size());
    minimum = "minItems";
    maximum = "maxItems";
    unit = "items";
  } else if (node.kind == yaml::Kind::mapping) {
    size = static_cast<double>(node.members.size());
    minimum = "minProperties";
    maximum = "maxProperties";
    unit = "keys";
  } else if (value.is_number()) {
    size = value.get<double>();
  } else {
    return std::nullopt;
  }
  if (const auto least = bound(minimum); least && size < *least) {
    if (!unit.empty() && size == 0) {
      return problem("not be empty");
    }
    return problem(unit.empty() ? fmt::format("be at least {:.15g}, not {}", *least, node.value)
                                : fmt::format("have at least {:.0f} {}", *least, unit));
  }
  if (const auto most = bound(maximum); most && size > *most) {
    return problem(unit.empty() ? fmt::format("be at most {:.15g}, not {}", *most, node.value)
                                : fmt::format("have at most {:.0f} {}", *most, unit));
  }
  return std::nullopt;
}

/// What a mapping has and should have, by key.
struct Keys {
  Keys(const yaml::Node& node, const SchemaView& schema) {
    if (const json* properties = schema.find("properties"); properties != nullptr) {
      for (const auto& [key, unused] : properties->items()) {
        known.push_back(key);
      }
    }
    if (const json* required = schema.find("required"); required != nullptr) {
      for (const json& entry : *required) {
        if (node.find(entry.get_ref<const std::string&>()) == nullptr) {
          missing.push_back(entry.get<std::string>());
        }
      }
    }
    const json* additional = schema.find("additionalProperties");
    if (additional == nullptr || *additional != json(false)) {
      return;
    }
    for (const auto& [key, value] : node.members) {
      if (std::find(known.begin(), known.end(), key.value) == known.end()) {
        unknown.push_back(&key);
      }
    }
  }

  [[nodiscard]] bool is_near_a_known_one(const yaml::Node* key) const {
    return nearest_of(key->value, known).has_value();
  }

  std::vector<std::string> known;
  std::vector<std::string> missing;
  std::vector<const yaml::Node*> unknown;
};

std::string known_keys(const std::vector<std::string>& known) {
  if (known.empty()) {
    return "";
  }
  std::vector<std::string> quoted;
  std::transform(known.begin(), known.end(), std::back_inserter(quoted), in_backticks);
  return fmt::format(" Known here {} {}.", known.size() == 1 ? "is" : "are", fmt::join(quoted, ", "));
}

/// A mapping that has required keys and none of the known ones is something else altogether: to name each key that it
/// has and each that it lacks would say one thing several times.
bool is_something_else(const yaml::Node& node, const Keys& keys) {
  return !keys.missing.empty() && !keys.unknown.empty() && keys.unknown.size() == node.members.size() &&
         std::none_of(keys.unknown.begin(), keys.unknown.end(),
                      [&](const yaml::Node* key) { return keys.is_near_a_known_one(key); });
}

void wrong_keys(const yaml::Node& node, const SchemaView& schema, const NodeName& name,
                std::vector<yaml::Problem>& problems) {
  Keys keys(node, schema);
  if (is_something_else(node, keys)) {
    problems.push_back(
        {keys.unknown.front()->span,
         fmt::format("{} has none of the keys that belong here.{}", name.in_messages, known_keys(keys.known)),
         keys.unknown.front()->value});
    return;
  }
  for (const yaml::Node* key : keys.unknown) {
    const std::string hint = did_you_mean(key->value, keys.known);
    problems.push_back({key->span,
                        fmt::format("The key {} is not known here.{}", in_backticks(key->value),
                                    hint.empty() ? known_keys(keys.known) : hint),
                        key->value});
    // A misspelt key is no missing one besides.
    if (const auto meant = nearest_of(key->value, keys.known)) {
      std::erase(keys.missing, *meant);
    }
  }
  for (const std::string& key : keys.missing) {
    problems.push_back({node.span, fmt::format("{} lacks the key `{}`.", name.in_messages, key), key});
  }
}

}  // namespace

NodeName NodeName::of_value(std::string_view key) { return {in_backticks(key), std::string(key)}; }

NodeName NodeName::of_item(std::size_t index) const {
  const bool of_file = key.empty();
  return {of_file ? fmt::format("Item {}", index + 1) : fmt::format("Item {} of {}", index + 1, in_backticks(key)),
          key};
}

std::vector<yaml::Problem> violations_at(const yaml::Node& node, const SchemaView& schema, const NodeName& name) {
  const SchemaView view = schema.resolved(node);
  if (auto problem = wrong_type(node, view, name)) {
    return {std::move(*problem)};
  }
  if (auto problem = wrong_word(node, view, name)) {
    return {std::move(*problem)};
  }
  std::vector<yaml::Problem> problems;
  if (auto problem = wrong_size(node, view, name)) {
    problems.push_back(std::move(*problem));
  }
  if (node.kind == yaml::Kind::mapping) {
    wrong_keys(node, view, name, problems);
  }
  return problems;
}

}  // namespace macrolint
