#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "macro/macro.h"
#include "snapshot/catalogue.h"
#include "source/source.h"

namespace macrolint {

/// A ticket field of an instance.
struct TicketField {
  /// Zendesk's word for its kind, such as `tagger`.
  std::string type;
  /// Of fields with options: their names, and as ids the tags that stand for them in actions.
  std::optional<Catalogue> options;
};

/// What a Zendesk instance had when `macrolint snapshot` asked it. A list that the file does not have is not known,
/// which is something else than empty: nothing can be said about it.
struct Snapshot {
  const Source* source = nullptr;
  /// Such as `example.zendesk.com`, in lower case.
  std::string host;
  /// Empty where they serve as the macros of an instance without repositories.
  std::deque<Macro> macros;
  std::optional<Catalogue> groups;
  std::optional<Catalogue> brands;
  std::optional<Catalogue> ticket_fields;
  std::optional<Catalogue> ticket_forms;
  std::optional<Catalogue> custom_statuses;
  std::optional<Catalogue> schedules;
  /// Named as in placeholders, behind `dc.`.
  std::optional<Catalogue> dynamic_content;
  /// Named by their email addresses. Only those that macros name, so that others may exist.
  std::optional<Catalogue> users;
  /// The inboxes, in lower case and in order.
  std::optional<std::vector<std::string>> recipient_addresses;

  /// By id, for the ticket fields.
  std::unordered_map<std::string, TicketField> fields;
  /// By id, for the custom statuses: `pending` and so on.
  std::unordered_map<std::string, std::string> status_categories;

  /// A repository's macro -> the same macro in Zendesk.
  std::unordered_map<const Macro*, const Macro*> live_of;
  /// Active macros of which the repository has none, in the order of the file.
  std::vector<const Macro*> unmanaged;
  /// A macro that was renamed in the repository while Zendesk has macros with both titles: the one with the former
  /// title.
  std::map<const Macro*, const Macro*> left_behind;

  /// The macro in Zendesk that a repository's macro is, or null.
  [[nodiscard]] const Macro* live_macro(const Macro& macro) const {
    const auto found = live_of.find(&macro);
    return found == live_of.end() ? nullptr : found->second;
  }
};

}  // namespace macrolint
