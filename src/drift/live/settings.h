#pragma once

#include <map>
#include <set>
#include <string>

#include "macro/macro.h"
#include "snapshot/snapshot.h"

namespace macrolint {

/// What a macro does to one field of a ticket, in a form that is the same in sync files and in Zendesk: numbers instead
/// of names, tags in any order.
struct Setting {
  /// As the file has it; of fields of the account in Zendesk with their title.
  std::string field;
  std::set<std::string> values;
  /// Whether the values can be compared at all: names that the snapshot does not know cannot.
  bool is_clear = true;
  /// The values for people to read.
  std::string shown;
  Span span;
};

struct Settings {
  /// By field, those of the account as `custom_fields_NNN`.
  std::map<std::string, Setting> by_field;
  /// Whether some field could not be told, so that it may be any of those that only the other side sets.
  bool has_unclear_field = false;
};

/// All that a macro does besides the texts that it writes.
[[nodiscard]] Settings settings_of(const Macro& macro, const Snapshot& snapshot);

/// Who may use a macro: `Group` or `User` with numbers; no values for everybody.
[[nodiscard]] Setting restriction_of(const Macro& macro, const Snapshot& snapshot);

}  // namespace macrolint
