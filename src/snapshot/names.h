#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "snapshot/snapshot.h"

namespace macrolint {

/// A kind of thing that an action's value names, by number or by name.
struct NamedKind {
  /// The action's field.
  std::string_view field;
  /// What people call it.
  std::string_view word;
  /// What a sync file has before the name; may be empty.
  std::string_view prefix;
  std::optional<Catalogue> Snapshot::*list = nullptr;
};

/// The kind of thing that the values of an action's field name, or null.
[[nodiscard]] const NamedKind* named_kind_of(std::string_view field);

/// The name in a value, without the prefix of its kind.
[[nodiscard]] std::string_view name_in(std::string_view value, const NamedKind& kind);

/// Looks a value up, by number first and then by name; null if there is no such thing.
[[nodiscard]] const NamedThing* find_thing(const Catalogue& list, std::string_view value, const NamedKind& kind);

/// How an action names a ticket field of the account.
struct FieldName {
  /// The number in `custom_fields_NNN`; empty for `Field: TITLE`.
  std::string_view number;
  std::string_view title;

  [[nodiscard]] bool empty() const { return number.empty() && title.empty(); }
};

/// Empty for fields that every account has.
[[nodiscard]] FieldName field_name_of(std::string_view field);

/// The ticket field that is named, or null; `snapshot` has to know the ticket fields.
[[nodiscard]] const NamedThing* find_field(const Snapshot& snapshot, const FieldName& name);

/// Whether a value is a text that Liquid makes, so that nobody can tell what comes out.
[[nodiscard]] bool is_computed(std::string_view value);

[[nodiscard]] bool is_number(std::string_view value);

}  // namespace macrolint
