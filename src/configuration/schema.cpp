#include "configuration/schema.h"

#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 takes std::string::replace in valijson for an overlapping copy (GCC bug 105651).
#pragma GCC diagnostic ignored "-Wrestrict"
#endif

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "configuration/violation.h"

namespace macrolint {

namespace {

/// More say nothing new, and each costs a walk from the document's root.
constexpr std::size_t maximum_problems = 100;

/// A JSON Schema, parsed once and only read after that.
struct CompiledSchema {
  explicit CompiledSchema(std::string_view name) : json(nlohmann::json::parse(schema_text(name))) {
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(json), schema);
  }

  nlohmann::json json;
  valijson::Schema schema;
};

using CompiledSchemas = std::map<std::string_view, std::unique_ptr<const CompiledSchema>>;

CompiledSchemas compile_all() {
  constexpr std::array<std::string_view, 2> names = {"configuration.schema.json", "macro.schema.json"};
  CompiledSchemas schemas;
  for (const std::string_view name : names) {
    if (!schema_text(name).empty()) {
      schemas.emplace(name, std::make_unique<const CompiledSchema>(name));
    }
  }
  return schemas;
}

/// The schemas that whole repositories are validated with are kept: parsing one takes longer than using it.
const CompiledSchema* find_compiled(std::string_view name) {
  static const CompiledSchemas schemas = compile_all();
  const auto found = schemas.find(name);
  return found == schemas.end() ? nullptr : found->second.get();
}

/// valijson names places by the keys and indexes on the way to them, each in brackets, after `<root>`.
using Path = std::vector<std::string>;

Path path_of(const valijson::ValidationResults::Error& error) {
  Path path;
  for (auto step = std::next(error.context.begin()); step != error.context.end(); ++step) {
    path.push_back(step->size() > 2 ? step->substr(1, step->size() - 2) : std::string());
  }
  return path;
}

/// A node together with the part of the schema that speaks about it.
struct Located {
  const yaml::Node* node = nullptr;
  SchemaView schema;
  NodeName name;
};

Located locate(const yaml::Node& root, const nlohmann::json& schema, const Path& path) {
  Located located{&root, SchemaView(schema), NodeName()};
  for (const std::string& step : path) {
    const yaml::Node* child = nullptr;
    NodeName name = NodeName::of_value(step);
    if (located.node->kind == yaml::Kind::sequence) {
      const auto index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
      child = index < located.node->items.size() ? &located.node->items[index] : nullptr;
      name = located.name.of_item(index);
    } else {
      child = located.node->find(step);
    }
    if (child == nullptr) {
      break;
    }
    located.schema = located.schema.child(*located.node, step);
    located.node = child;
    located.name = std::move(name);
  }
  return located;
}

/// valijson decides what is wrong and where, and repeats it at every level above; each place is then described
/// by what the schema says about that place alone, so that the levels above stay silent.
std::vector<yaml::Problem> describe(const yaml::Node& root, const CompiledSchema& compiled,
                                    const valijson::ValidationResults& results) {
  std::vector<yaml::Problem> problems;
  std::set<Path> seen;
  for (const auto& error : results) {
    if (seen.size() >= maximum_problems || problems.size() >= maximum_problems) {
      break;
    }
    Path path = path_of(error);
    if (!seen.insert(path).second) {
      continue;
    }
    const Located located = locate(root, compiled.json, path);
    for (yaml::Problem& problem : violations_at(*located.node, located.schema, located.name)) {
      problems.push_back(std::move(problem));
    }
  }
  if (problems.empty() && results.numErrors() > 0) {
    const auto& first = *results.begin();
    const Located located = locate(root, compiled.json, path_of(first));
    problems.push_back({located.node->span, "This does not have the shape that is expected here: " + first.description,
                        located.name.key});
  }
  std::stable_sort(problems.begin(), problems.end(), [](const yaml::Problem& left, const yaml::Problem& right) {
    return left.span.begin < right.span.begin;
  });
  return problems;
}

std::vector<yaml::Problem> validate(const yaml::Node& root, const CompiledSchema& compiled) {
  const nlohmann::json json = yaml::to_json(root);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(compiled.schema, valijson::adapters::NlohmannJsonAdapter(json), &results)) {
    return {};
  }
  return describe(root, compiled, results);
}

}  // namespace

std::vector<yaml::Problem> validate(const yaml::Node& root, std::string_view schema_name) {
  try {
    if (const CompiledSchema* compiled = find_compiled(schema_name); compiled != nullptr) {
      return validate(root, *compiled);
    }
    return validate(root, CompiledSchema(schema_name));
  } catch (const std::exception& exception) {
    return {{root.span, std::string("This cannot be validated: ") + exception.what() + ".", ""}};
  }
}

}  // namespace macrolint
