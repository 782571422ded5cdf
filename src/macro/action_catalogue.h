#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace macrolint {

/// What an action's value may be.
enum class ValueKind : std::uint8_t {
  any,                ///< depends on the account; not judged
  words,              ///< one of `ActionField::words`
  id,                 ///< a number
  id_or_form,         ///< a number, or `Form: NAME` in a sync file
  id_or_name,         ///< a number, or the thing's name in a sync file
  user,               ///< a user's number or email, `current_user`, `requester_id` or nothing
  tags,               ///< tags with spaces between them
  boolean,            ///< true or false, also as text
  text,               ///< plain text with placeholders
  comment,            ///< plain text, or `[channel, text]`
  html,               ///< HTML with placeholders
  side_conversation,  ///< `[subject, body, recipient, content type]`
};

/// A ticket field that a macro can set. After Zendesk's actions reference and the conversions of GitLab's sync.
struct ActionField {
  std::string_view name;
  ValueKind kind = ValueKind::any;
  /// Whether a macro can sensibly hold several actions on it.
  bool repeatable = false;
  std::span<const std::string_view> words;
};

/// The field that an action names, `custom_fields_NNN` and `Field: TITLE` included; null if there is none.
[[nodiscard]] const ActionField* find_action_field(std::string_view name);

/// The names of all fields that have a fixed name, for suggestions.
[[nodiscard]] std::span<const std::string_view> action_field_names();

/// Whether triggers and automations have this action but macros do not.
[[nodiscard]] bool is_action_of_triggers_only(std::string_view name);

/// What stands for the text of the managed content file.
inline constexpr std::string_view managed_content_marker = "MANAGED_CONTENT";

}  // namespace macrolint
