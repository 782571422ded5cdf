#include "drift/claim/contradiction.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "index/title_key.h"
#include "macro/tags.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Kind = Claim::Kind;

const Action* find_action(const Macro& macro, std::string_view field) {
  const auto found = std::find_if(macro.actions.begin(), macro.actions.end(),
                                  [&](const Action& action) { return action.field == field; });
  return found == macro.actions.end() ? nullptr : &*found;
}

bool has_any(const Macro& macro, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(macro.actions.begin(), macro.actions.end(), [&](const Action& action) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return action.field.starts_with(prefix); });
  });
}

bool is_computed(std::string_view value) {
  return value.find("{{") != std::string_view::npos || value.find("{%") != std::string_view::npos;
}

bool is_number(std::string_view value) { return !value.empty() && std::all_of(value.begin(), value.end(), is_digit); }

Contradiction at_title(const Macro& macro, std::string instead) {
  return {std::move(instead), {macro.source, macro.title_span}, ""};
}

Contradiction at_action(const Macro& macro, const Action& action, std::string instead, std::string value = "") {
  return {std::move(instead), {macro.source, action.value_span()}, std::move(value)};
}

/// An enumeration of tags for a message; long ones are cut short.
std::string listed(const std::vector<std::string>& tags) {
  constexpr std::size_t shown = 4;
  std::vector<std::string> first(tags.begin(),
                                 tags.begin() + static_cast<std::ptrdiff_t>(std::min(shown, tags.size())));
  return fmt::format("`{}`{}", fmt::join(first, "`, `"),
                     tags.size() > shown ? fmt::format(" and {} more", tags.size() - shown) : "");
}

struct Tags {
  std::vector<std::string> names;
  const Action* action = nullptr;
  bool computed = false;
};

Tags tags_in(const Macro& macro, std::initializer_list<std::string_view> fields) {
  Tags tags;
  for (const Action& action : macro.actions) {
    if (std::find(fields.begin(), fields.end(), action.field) == fields.end()) {
      continue;
    }
    tags.action = tags.action == nullptr ? &action : tags.action;
    tags.computed = tags.computed || is_computed(action.text());
    for (const Tag& tag : tags_of(macro, action)) {
      tags.names.push_back(folded_tag(tag.text));
    }
  }
  return tags;
}

/// A drop-down field's value is a tag that the ticket gets.
bool sets_field_to(const Macro& macro, std::string_view value) {
  return std::any_of(macro.actions.begin(), macro.actions.end(), [&](const Action& action) {
    const bool custom = action.field.starts_with("custom_fields_") || action.field.starts_with("Field: ");
    return custom && lower_case(action.text()) == value;
  });
}

std::optional<Contradiction> check_tag(const Claim& claim, const Macro& macro) {
  const bool adds = claim.kind == Kind::adds_tag;
  const Tags tags = adds ? tags_in(macro, {"current_tags", "set_tags"}) : tags_in(macro, {"remove_tags"});
  const std::string wanted = folded_tag(claim.value);
  const bool found = std::find(tags.names.begin(), tags.names.end(), wanted) != tags.names.end();
  if (found || tags.computed || (adds && sets_field_to(macro, wanted))) {
    return std::nullopt;
  }
  if (!adds && find_action(macro, "set_tags") != nullptr) {
    return std::nullopt;  // replaces whatever the ticket had
  }
  const std::string_view verb = adds ? "adds" : "removes";
  if (tags.names.empty()) {
    return at_title(macro, fmt::format("it {} no tag", verb));
  }
  return at_action(macro, *tags.action,
                   fmt::format("it {} the {} {}", verb, tags.names.size() == 1 ? "tag" : "tags", listed(tags.names)),
                   tags.names.size() == 1 ? tags.names.front() : "");
}

/// A claim about a field that holds one of a few words.
std::optional<Contradiction> check_word(const Claim& claim, const Macro& macro, std::string_view field) {
  const Action* action = find_action(macro, field);
  if (action == nullptr) {
    return at_title(macro, fmt::format("it does not set the {}", field));
  }
  const std::string value = lower_case(action->text());
  if (value == claim.value || value.empty() || is_computed(value)) {
    return std::nullopt;
  }
  return at_action(macro, *action, fmt::format("it sets the {} `{}`", field, value), value);
}

std::optional<Contradiction> check_form(const Claim& claim, const Macro& macro) {
  constexpr std::string_view by_name = "Form: ";
  const Action* action = find_action(macro, "ticket_form_id");
  if (action == nullptr) {
    return at_title(macro, "it does not change the form");
  }
  const std::string_view value = action->text();
  if (!value.starts_with(by_name) || title_key(value.substr(by_name.size())) == title_key(claim.value)) {
    return std::nullopt;
  }
  const std::string name(value.substr(by_name.size()));
  return at_action(macro, *action, fmt::format("it changes the form to `{}`", name), name);
}

/// Surely a value as Zendesk stores it: an option's tag, or that of a checkbox. What people see of an option is its
/// title, which only Zendesk knows.
bool is_stored_value(std::string_view value) {
  const bool is_tag = value.find('_') != std::string_view::npos && value.find(' ') == std::string_view::npos;
  return is_tag || value == "true" || value == "false";
}

std::optional<Contradiction> check_field(const Claim& claim, const Macro& macro) {
  constexpr std::string_view by_title = "Field: ";
  for (const Action& action : macro.actions) {
    const bool is_meant = action.field.starts_with(by_title) &&
                          title_key(std::string_view(action.field).substr(by_title.size())) == title_key(claim.field);
    if (!is_meant) {
      continue;
    }
    const std::string_view value = action.text();
    const bool is_so = title_key(value) == title_key(claim.value) || !is_stored_value(claim.value) || value.empty() ||
                       is_computed(value);
    return is_so ? std::nullopt
                 : std::optional(at_action(macro, action,
                                           fmt::format("it sets the field `{}` to `{}`", claim.field, value),
                                           std::string(value)));
  }
  // A field that the macro has by its number may be the one.
  return has_any(macro, {"custom_fields_"})
             ? std::nullopt
             : std::optional(at_title(macro, fmt::format("it does not set the field `{}`", claim.field)));
}

std::optional<Contradiction> check_assignment(const Claim& claim, const Macro& macro) {
  const Action* assignee = find_action(macro, "assignee_id");
  const Action* group = find_action(macro, "group_id");
  if (assignee == nullptr && group == nullptr) {
    return at_title(macro, "it does not assign the ticket");
  }
  if (claim.kind == Kind::assigns_to_agent) {
    const bool to_other = assignee != nullptr && assignee->text() != "current_user" && !is_computed(assignee->text());
    return to_other ? std::optional(at_action(macro, *assignee, "it assigns the ticket to somebody else"))
                    : std::nullopt;
  }
  if (group == nullptr || group->text().empty() || is_number(group->text()) ||
      title_key(group->text()) == title_key(claim.value)) {
    return std::nullopt;
  }
  return at_action(macro, *group, fmt::format("it assigns the ticket to the group `{}`", group->text()),
                   std::string(group->text()));
}

std::optional<Contradiction> check_comment(const Claim& claim, const Macro& macro) {
  if (!has_any(macro, {"comment_value"})) {
    const bool unknown = has_any(macro, {"side_conversation"});
    return unknown ? std::nullopt : std::optional(at_title(macro, "it writes no comment"));
  }
  const Action* mode = find_action(macro, "comment_mode_is_public");
  if (mode == nullptr) {
    return std::nullopt;
  }
  const std::string value = lower_case(mode->text());
  if (value == "true" && claim.kind == Kind::internal_note) {
    return at_action(macro, *mode, "its comment is a public reply");
  }
  if (value == "false" && claim.kind == Kind::public_reply) {
    return at_action(macro, *mode, "its comment is an internal note");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Contradiction> contradiction(const Claim& claim, const Macro& macro) {
  switch (claim.kind) {
    case Kind::adds_tag:
    case Kind::removes_tag:
      return check_tag(claim, macro);
    case Kind::sets_status:
      // A custom status has one of the others behind it, which only Zendesk knows.
      return find_action(macro, "custom_status_id") != nullptr ? std::nullopt : check_word(claim, macro, "status");
    case Kind::sets_priority:
      return check_word(claim, macro, "priority");
    case Kind::sets_type:
      return check_word(claim, macro, "type");
    case Kind::sets_form:
      return check_form(claim, macro);
    case Kind::sets_field:
      return check_field(claim, macro);
    case Kind::assigns_to_agent:
    case Kind::assigns_to_group:
      return check_assignment(claim, macro);
    case Kind::public_reply:
    case Kind::internal_note:
      return check_comment(claim, macro);
  }
  return std::nullopt;
}

}  // namespace macrolint
