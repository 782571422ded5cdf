#include "macro/action_catalogue.h"

#include <algorithm>
#include <array>

namespace macrolint {

namespace {

constexpr std::array<std::string_view, 4> statuses = {"open", "pending", "hold", "solved"};
constexpr std::array<std::string_view, 4> types = {"question", "incident", "problem", "task"};
constexpr std::array<std::string_view, 4> priorities = {"low", "normal", "high", "urgent"};

// GitLab's sync lists the fields from `notification_target` to `set_schedule` for macros as well as for triggers;
// whether Zendesk takes them depends on the account.
constexpr std::array<ActionField, 27> fields = {{
    {"assignee_id", ValueKind::user, false, {}},
    {"brand_id", ValueKind::id_or_name, false, {}},
    {"cc", ValueKind::user, true, {}},
    {"comment_mode_is_public", ValueKind::boolean, false, {}},
    {"comment_value", ValueKind::comment, false, {}},
    {"comment_value_html", ValueKind::html, false, {}},
    {"current_tags", ValueKind::tags, true, {}},
    {"custom_status_id", ValueKind::id, false, {}},
    {"follower", ValueKind::user, true, {}},
    {"group_id", ValueKind::id_or_name, false, {}},
    {"priority", ValueKind::words, false, priorities},
    {"remove_tags", ValueKind::tags, true, {}},
    {"set_tags", ValueKind::tags, false, {}},
    {"share_ticket", ValueKind::any, true, {}},
    {"side_conversation", ValueKind::side_conversation, true, {}},
    {"side_conversation_slack", ValueKind::side_conversation, true, {}},
    {"side_conversation_ticket", ValueKind::side_conversation, true, {}},
    {"status", ValueKind::words, false, statuses},
    {"subject", ValueKind::text, false, {}},
    {"ticket_form_id", ValueKind::id_or_form, false, {}},
    {"type", ValueKind::words, false, types},
    {"notification_target", ValueKind::any, true, {}},
    {"notification_webhook", ValueKind::any, true, {}},
    {"organization_id", ValueKind::any, false, {}},
    {"role", ValueKind::any, false, {}},
    {"set_schedule", ValueKind::any, false, {}},
    {"custom_fields_NNN", ValueKind::any, false, {}},
}};

constexpr auto names = [] {
  std::array<std::string_view, fields.size()> result;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    result[i] = fields[i].name;
  }
  return result;
}();

constexpr const ActionField& custom_field = fields.back();

constexpr std::array<std::string_view, 15> trigger_fields = {
    "add_skills",
    "deflection",
    "locale_id",
    "notification_group",
    "notification_messaging_csat",
    "notification_sms_group",
    "notification_sms_user",
    "notification_user",
    "notification_zis",
    "remove_skills",
    "reply_internal",
    "reply_public",
    "satisfaction_score",
    "set_skills",
    "tweet_requester",
};

bool is_custom_field(std::string_view name) {
  constexpr std::string_view by_id = "custom_fields_";
  constexpr std::string_view by_title = "Field:";
  if (name.starts_with(by_id)) {
    name.remove_prefix(by_id.size());
    return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return name.starts_with(by_title) && name.find_first_not_of(' ', by_title.size()) != std::string_view::npos;
}

}  // namespace

const ActionField* find_action_field(std::string_view name) {
  if (is_custom_field(name)) {
    return &custom_field;
  }
  const auto found =
      std::find_if(fields.begin(), fields.end(), [name](const ActionField& field) { return field.name == name; });
  return found == fields.end() || &*found == &custom_field ? nullptr : &*found;
}

std::span<const std::string_view> action_field_names() { return names; }

bool is_action_of_triggers_only(std::string_view name) {
  return std::binary_search(trigger_fields.begin(), trigger_fields.end(), name);
}

}  // namespace macrolint
