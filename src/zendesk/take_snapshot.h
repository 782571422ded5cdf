#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "web_api/api_client.h"

namespace macrolint::zendesk {

/// What an instance has, as `schemas/snapshot.schema.json` describes it.
struct TakenSnapshot {
  nlohmann::json document;
  /// The lists that the credentials have no right to, or that the plan does not have, with the status: `schedules
  /// (403)`.
  std::vector<std::string> unknown;
};

using SnapshotResult = std::variant<TakenSnapshot, ApiError>;

/// Reads everything that rules need of an instance, and nothing else. `on_list` is called with a sentence for each list
/// that was read. An instance that did not change gives the same document.
[[nodiscard]] SnapshotResult take_snapshot(ApiClient& client, const std::string& instance,
                                           const std::function<void(std::string_view)>& on_list);

/// The document as text: keys in order, two spaces, a line end.
[[nodiscard]] std::string snapshot_text(const nlohmann::json& document);

}  // namespace macrolint::zendesk
