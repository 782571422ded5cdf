#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace macrolint {

/// JSON as it is handed out: indented by two spaces, keys in the order in which they were set, a line end at the
/// end. Bytes that are not UTF-8 become U+FFFD, since JSON cannot hold them.
[[nodiscard]] std::string to_text(const nlohmann::ordered_json& json);

}  // namespace macrolint
