#include "output/json_text.h"

#include <nlohmann/json.hpp>

namespace macrolint {

std::string to_text(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace macrolint
