#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace macrolint::zendesk {

// What a snapshot keeps of each thing that Zendesk lists; see schemas/snapshot.schema.json. Null is for one that is
// deleted or has nothing to keep, nothing for one without what it must have.

[[nodiscard]] std::optional<nlohmann::json> kept_macro(const nlohmann::json& macro);
[[nodiscard]] std::optional<nlohmann::json> kept_group(const nlohmann::json& group);
[[nodiscard]] std::optional<nlohmann::json> kept_brand(const nlohmann::json& brand);
[[nodiscard]] std::optional<nlohmann::json> kept_ticket_field(const nlohmann::json& field);
[[nodiscard]] std::optional<nlohmann::json> kept_ticket_form(const nlohmann::json& form);
[[nodiscard]] std::optional<nlohmann::json> kept_custom_status(const nlohmann::json& status);
[[nodiscard]] std::optional<nlohmann::json> kept_recipient_address(const nlohmann::json& address);
[[nodiscard]] std::optional<nlohmann::json> kept_dynamic_content(const nlohmann::json& item);
[[nodiscard]] std::optional<nlohmann::json> kept_schedule(const nlohmann::json& schedule);
[[nodiscard]] std::optional<nlohmann::json> kept_user(const nlohmann::json& user);

/// The users that a macro, as it is kept, names by their numbers: in its actions and its restriction.
[[nodiscard]] std::set<std::uint64_t> users_of(const nlohmann::json& macro);

}  // namespace macrolint::zendesk
