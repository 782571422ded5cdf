#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web_api/api_client.h"

namespace macrolint::zendesk {

/// What a snapshot keeps of one thing of a list: null for a thing to leave out, nothing for one that is not what
/// Zendesk's documentation says.
using Keep = std::function<std::optional<nlohmann::json>(const nlohmann::json& item)>;

using ItemsResult = std::variant<std::vector<nlohmann::json>, ApiError>;

/// Reads a whole list, page after page: through cursors where the answer has them, otherwise through `next_page`, and
/// some lists come in one piece. `key` is the member of the answer that holds the things.
[[nodiscard]] ItemsResult read_list(ApiClient& client, const std::string& path, const std::string& key,
                                    const Keep& keep);

}  // namespace macrolint::zendesk
