#include "zendesk/kept.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace macrolint::zendesk {

namespace {

using nlohmann::json;

bool has_text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string();
}

bool has_number(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_unsigned();
}

bool has_flag(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean();
}

bool is_set(const json& object, const char* name) { return has_flag(object, name) && object[name].get<bool>(); }

json members(const json& object, std::initializer_list<const char*> names) {
  json kept = json::object();
  for (const char* name : names) {
    kept[name] = object[name];
  }
  return kept;
}

/// The text, or null where there is none.
json text_or_null(const json& object, const char* name) { return has_text(object, name) ? object[name] : json(); }

std::optional<json> kept_actions(const json& macro) {
  const auto actions = macro.find("actions");
  if (actions == macro.end() || !actions->is_array()) {
    return std::nullopt;
  }
  json kept = json::array();
  for (const json& action : *actions) {
    if (!action.is_object() || !has_text(action, "field")) {
      return std::nullopt;
    }
    kept.push_back({{"field", action["field"]}, {"value", action.value("value", json())}});
  }
  return kept;
}

json kept_restriction(const json& macro) {
  const auto restriction = macro.find("restriction");
  if (restriction == macro.end() || !restriction->is_object() || !has_text(*restriction, "type")) {
    return {};
  }
  json kept = members(*restriction, {"type"});
  if (has_number(*restriction, "id")) {
    kept["id"] = (*restriction)["id"];
  }
  if (const auto ids = restriction->find("ids"); ids != restriction->end() && ids->is_array()) {
    json sorted = json::array();
    std::copy_if(ids->begin(), ids->end(), std::back_inserter(sorted),
                 [](const json& id) { return id.is_number_unsigned(); });
    std::sort(sorted.begin(), sorted.end());
    kept["ids"] = std::move(sorted);
  }
  return kept;
}

/// Lists of tags have names and values; system fields such as the priority have theirs under another key.
std::optional<json> kept_options(const json& field) {
  for (const char* name : {"custom_field_options", "system_field_options"}) {
    const auto options = field.find(name);
    if (options == field.end() || !options->is_array()) {
      continue;
    }
    json kept = json::array();
    for (const json& option : *options) {
      if (!option.is_object() || !has_text(option, "name") || !has_text(option, "value")) {
        return std::nullopt;
      }
      kept.push_back(members(option, {"name", "value"}));
    }
    return kept;
  }
  return json();
}

/// The number that a value is, as a number or as text; others, such as `current_user`, name nobody.
void add_user(const json& value, std::set<std::uint64_t>& users) {
  std::uint64_t number = 0;
  if (value.is_number_unsigned()) {
    number = value.get<std::uint64_t>();
  } else if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    number = error == std::errc() && end == text.data() + text.size() ? number : 0;
  } else if (value.is_array()) {
    for (const json& each : value) {
      if (!each.is_array()) {
        add_user(each, users);
      }
    }
  }
  if (number != 0) {
    users.insert(number);
  }
}

}  // namespace

std::optional<json> kept_macro(const json& macro) {
  auto actions = kept_actions(macro);
  if (!has_number(macro, "id") || !has_text(macro, "title") || !has_flag(macro, "active") || !actions.has_value()) {
    return std::nullopt;
  }
  json kept = members(macro, {"id", "title", "active"});
  kept["description"] = text_or_null(macro, "description");
  kept["actions"] = *std::move(actions);
  kept["restriction"] = kept_restriction(macro);
  return kept;
}

std::optional<json> kept_group(const json& group) {
  if (!has_number(group, "id") || !has_text(group, "name")) {
    return std::nullopt;
  }
  return is_set(group, "deleted") ? json() : members(group, {"id", "name"});
}

std::optional<json> kept_brand(const json& brand) {
  if (!has_number(brand, "id") || !has_text(brand, "name") || !has_flag(brand, "active")) {
    return std::nullopt;
  }
  return is_set(brand, "is_deleted") ? json() : members(brand, {"id", "name", "active"});
}

std::optional<json> kept_ticket_field(const json& field) {
  auto options = kept_options(field);
  if (!has_number(field, "id") || !has_text(field, "title") || !has_text(field, "type") || !has_flag(field, "active") ||
      !options.has_value()) {
    return std::nullopt;
  }
  json kept = members(field, {"id", "title", "type", "active"});
  if (options->is_array()) {
    kept["options"] = *std::move(options);
  }
  return kept;
}

std::optional<json> kept_ticket_form(const json& form) {
  const bool is_whole = has_number(form, "id") && has_text(form, "name") && has_flag(form, "active");
  return is_whole ? std::optional(members(form, {"id", "name", "active"})) : std::nullopt;
}

std::optional<json> kept_custom_status(const json& status) {
  const bool is_whole = has_number(status, "id") && has_text(status, "agent_label") &&
                        has_text(status, "status_category") && has_flag(status, "active");
  return is_whole ? std::optional(members(status, {"id", "agent_label", "status_category", "active"})) : std::nullopt;
}

std::optional<json> kept_recipient_address(const json& address) {
  if (!has_text(address, "email")) {
    return std::nullopt;
  }
  json kept = members(address, {"email"});
  kept["name"] = has_text(address, "name") ? address["name"] : json("");
  return kept;
}

std::optional<json> kept_dynamic_content(const json& item) {
  const bool is_whole = has_text(item, "name") && has_text(item, "placeholder");
  return is_whole ? std::optional(members(item, {"name", "placeholder"})) : std::nullopt;
}

std::optional<json> kept_schedule(const json& schedule) {
  const bool is_whole = has_number(schedule, "id") && has_text(schedule, "name");
  return is_whole ? std::optional(members(schedule, {"id", "name"})) : std::nullopt;
}

std::optional<json> kept_user(const json& user) {
  if (!has_number(user, "id")) {
    return std::nullopt;
  }
  return has_text(user, "email") ? members(user, {"id", "email"}) : json();
}

std::set<std::uint64_t> users_of(const json& macro) {
  std::set<std::uint64_t> users;
  for (const json& action : macro["actions"]) {
    const auto& field = action["field"].get_ref<const std::string&>();
    if (field == "assignee_id" || field == "follower" || field == "cc") {
      add_user(action["value"], users);
    }
  }
  const json& restriction = macro["restriction"];
  if (restriction.is_object() && restriction["type"] == "User") {
    add_user(restriction.value("id", json()), users);
    add_user(restriction.value("ids", json()), users);
  }
  return users;
}

}  // namespace macrolint::zendesk
