#include "snapshot/names.h"

#include <algorithm>
#include <array>

#include "source/characters.h"
#include "source/trimmed.h"

namespace macrolint {

namespace {

constexpr std::array<NamedKind, 5> kinds = {{
    {"group_id", "group", "", &Snapshot::groups},
    {"brand_id", "brand", "", &Snapshot::brands},
    {"ticket_form_id", "ticket form", "Form:", &Snapshot::ticket_forms},
    {"set_schedule", "schedule", "Schedule:", &Snapshot::schedules},
    {"custom_status_id", "custom status", "", &Snapshot::custom_statuses},
}};

}  // namespace

const NamedKind* named_kind_of(std::string_view field) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [field](const NamedKind& kind) { return kind.field == field; });
  return found == kinds.end() ? nullptr : &*found;
}

std::string_view name_in(std::string_view value, const NamedKind& kind) {
  if (!kind.prefix.empty() && value.starts_with(kind.prefix)) {
    value.remove_prefix(kind.prefix.size());
  }
  return trimmed(value);
}

const NamedThing* find_thing(const Catalogue& list, std::string_view value, const NamedKind& kind) {
  const std::string_view name = name_in(value, kind);
  const NamedThing* by_id = is_number(name) ? list.find_id(name) : nullptr;
  return by_id != nullptr ? by_id : list.find_name(name);
}

FieldName field_name_of(std::string_view field) {
  constexpr std::string_view by_number = "custom_fields_";
  constexpr std::string_view by_title = "Field:";
  if (field.starts_with(by_number)) {
    return {field.substr(by_number.size()), {}};
  }
  return field.starts_with(by_title) ? FieldName{{}, trimmed(field.substr(by_title.size()))} : FieldName{};
}

const NamedThing* find_field(const Snapshot& snapshot, const FieldName& name) {
  return name.number.empty() ? snapshot.ticket_fields->find_name(name.title)
                             : snapshot.ticket_fields->find_id(name.number);
}

bool is_computed(std::string_view value) {
  return value.find("{{") != std::string_view::npos || value.find("{%") != std::string_view::npos;
}

bool is_number(std::string_view value) { return !value.empty() && std::all_of(value.begin(), value.end(), is_digit); }

}  // namespace macrolint
