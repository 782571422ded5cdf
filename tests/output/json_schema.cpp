#include "output/json_schema.h"

#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 takes std::string::replace in valijson for an overlapping copy (GCC bug 105651).
#pragma GCC diagnostic ignored "-Wrestrict"
#endif

#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace macrolint {

std::vector<std::string> violations(const nlohmann::json& document, std::string_view schema) {
  using valijson::adapters::NlohmannJsonAdapter;
  const nlohmann::json description = nlohmann::json::parse(schema);
  const bool is_draft_4 = description.at("$schema").get<std::string>().find("draft-04") != std::string::npos;
  valijson::SchemaParser parser(is_draft_4 ? valijson::SchemaParser::kDraft4 : valijson::SchemaParser::kDraft7);
  valijson::Schema compiled;
  parser.populateSchema(NlohmannJsonAdapter(description), compiled);
  valijson::ValidationResults results;
  valijson::Validator(valijson::Validator::kStrongTypes).validate(compiled, NlohmannJsonAdapter(document), &results);
  std::vector<std::string> found;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    std::string place;
    for (const std::string& step : error.context) {
      place += step;
    }
    found.push_back(place + ": " + error.description);
  }
  return found;
}

}  // namespace macrolint
