#include "output/json_text.h"

#include <nlohmann/json.hpp>

namespace macrolint {

using nlohmann::ordered_json;

std::string to_text(const ordered_json& json) {
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

std::string quoted_json(std::string_view text) {
  return ordered_json(text).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace macrolint
