#include "drift/live/settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "drift/live/comments.h"
#include "macro/action_catalogue.h"
#include "macro/tags.h"
#include "snapshot/names.h"
#include "source/characters.h"
#include "source/trimmed.h"

namespace macrolint {

namespace {

/// With white space folded.
std::string folded(std::string_view text) {
  std::string result;
  for (const char byte : trimmed(text)) {
    if (!is_space(byte)) {
      result += byte;
    } else if (!result.ends_with(' ')) {
      result += ' ';
    }
  }
  return result;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) {
      ++at;
    }
    words.emplace_back(text.substr(begin, at - begin));
  }
  return words;
}

/// A tag as Zendesk keeps it.
std::string kept_tag(std::string_view tag) {
  std::string kept = folded_tag(tag);
  for (const std::string& dropped : dropped_characters(tag)) {
    for (std::size_t at = kept.find(dropped); at != std::string::npos; at = kept.find(dropped, at)) {
      kept.erase(at, dropped.size());
    }
  }
  return kept;
}

/// Zendesk has null where a sync file has an empty text.
std::string_view text_of(const yaml::Node& value) {
  return value.is_null() ? std::string_view() : std::string_view(value.value);
}

/// Reads the actions of one macro.
class SettingReader {
 public:
  SettingReader(const Macro& macro, const Snapshot& snapshot) : macro_(macro), snapshot_(snapshot) {}

  Settings read() {
    for (const Action& action : macro_.actions) {
      if (!sends_text(action) && find_action_field(action.field) != nullptr && action.value != nullptr) {
        read(action);
      }
    }
    return std::move(settings_);
  }

 private:
  void read(const Action& action) {
    const FieldName name = field_name_of(action.field);
    std::string key = name.empty() ? action.field : key_of(name);
    if (key.empty()) {
      settings_.has_unclear_field = true;
      return;
    }
    const auto [place, is_new] = settings_.by_field.try_emplace(std::move(key));
    Setting& setting = place->second;
    if (is_new) {
      setting.field = field_for_people(action.field, name);
      setting.span = action.value_span().empty() ? action.field_span : action.value_span();
    }
    const std::string_view text = text_of(*action.value);
    setting.is_clear = setting.is_clear && !is_computed(text);
    if (name.empty()) {
      add_values(action, text, setting);
    } else {
      add_option(*action.value, place->first.substr(std::string_view("custom_fields_").size()), setting);
    }
  }

  /// `custom_fields_NNN`; empty if the snapshot cannot tell the number.
  [[nodiscard]] std::string key_of(const FieldName& name) const {
    if (!name.number.empty()) {
      return "custom_fields_" + std::string(name.number);
    }
    const NamedThing* field = snapshot_.ticket_fields.has_value() ? find_field(snapshot_, name) : nullptr;
    return field == nullptr ? "" : "custom_fields_" + field->id;
  }

  [[nodiscard]] std::string field_for_people(const std::string& written, const FieldName& name) const {
    const bool is_live = macro_.source == snapshot_.source && !name.number.empty();
    const NamedThing* field = is_live && snapshot_.ticket_fields.has_value() ? find_field(snapshot_, name) : nullptr;
    return field == nullptr ? written : "Field: " + field->name;
  }

  void add_values(const Action& action, std::string_view text, Setting& setting) {
    switch (find_action_field(action.field)->kind) {
      case ValueKind::tags:
        for (const std::string& tag : words_in(text)) {
          add(kept_tag(tag), tag, setting);
        }
        break;
      case ValueKind::words:
      case ValueKind::boolean:
        add(lower_case(trimmed(text)), text, setting);
        break;
      case ValueKind::id:
      case ValueKind::id_or_form:
      case ValueKind::id_or_name:
        add_thing(action.field, text, setting);
        break;
      case ValueKind::user:
        add_user(text, setting);
        break;
      default:
        add_other(action, setting);
    }
  }

  /// Fields of which nobody but the account knows what the values mean, and side conversations: that they are set is
  /// compared.
  void add_other(const Action& action, Setting& setting) {
    if (named_kind_of(action.field) != nullptr) {
      add_thing(action.field, text_of(*action.value), setting);
      return;
    }
    setting.is_clear = false;
    add(std::string(text_of(*action.value)), text_of(*action.value), setting);
  }

  void add_thing(const std::string& field, std::string_view written, Setting& setting) {
    const NamedKind* kind = named_kind_of(field);
    const std::string_view name = name_in(written, *kind);
    const std::optional<Catalogue>& list = snapshot_.*kind->list;
    const NamedThing* thing = list.has_value() ? find_thing(*list, written, *kind) : nullptr;
    if (thing != nullptr) {
      add(thing->id, thing->name, setting);
      return;
    }
    // `current_groups` is a value of its own; another name that is not known may be anything.
    const bool is_settled = name.empty() || is_number(name) || name == "current_groups";
    setting.is_clear = setting.is_clear && is_settled;
    add(std::string(name), written, setting);
  }

  void add_user(std::string_view written, Setting& setting) {
    const std::string name = lower_case(trimmed(written));
    const bool is_email = name.find('@') != std::string::npos;
    const NamedThing* user = snapshot_.users.has_value() ? find_user(name) : nullptr;
    if (user != nullptr) {
      add(user->id, user->name, setting);
      return;
    }
    setting.is_clear = setting.is_clear && !is_email;
    add(name, written, setting);
  }

  [[nodiscard]] const NamedThing* find_user(const std::string& name) const {
    const NamedThing* by_id = snapshot_.users->find_id(name);
    return by_id != nullptr ? by_id : snapshot_.users->find_name(name);
  }

  /// The value of a field of the account.
  void add_option(const yaml::Node& value, const std::string& id, Setting& setting) {
    const auto found = snapshot_.fields.find(id);
    const TicketField* field = found == snapshot_.fields.end() ? nullptr : &found->second;
    const bool has_several = field != nullptr && field->type == "multiselect";
    if (value.kind == yaml::Kind::mapping || (value.kind == yaml::Kind::sequence && !has_several)) {
      setting.is_clear = false;  // a date that is reckoned from today, or what else there may be
      add(yaml::to_json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), "a list", setting);
    } else if (has_several) {
      const std::vector<std::string> words = words_in(text_of(value));
      std::for_each(words.begin(), words.end(), [&](const std::string& word) { add_one(word, field, setting); });
      for (const yaml::Node& item : value.items) {
        add_one(item.value, field, setting);
      }
    } else {
      add_one(folded(text_of(value)), field, setting);
    }
  }

  static void add_one(const std::string& written, const TicketField* field, Setting& setting) {
    const bool has_options = field != nullptr && field->options.has_value();
    const NamedThing* by_name =
        has_options && field->options->find_id(written) == nullptr ? field->options->find_name(written) : nullptr;
    const std::string& value = by_name == nullptr ? written : by_name->id;
    const bool is_tag = has_options || (field != nullptr && field->type == "checkbox");
    add(is_tag ? folded_tag(value) : value, written, setting);
  }

  static void add(std::string value, std::string_view shown, Setting& setting) {
    if (setting.values.insert(std::move(value)).second) {
      setting.shown += setting.shown.empty() ? "" : " ";
      setting.shown += shown;
    }
  }

  const Macro& macro_;
  const Snapshot& snapshot_;
  Settings settings_;
};

/// The entries of a restriction: `ids` where there are some, else `id`.
std::vector<std::string> restricted_to(const yaml::Node& restriction) {
  std::vector<std::string> entries;
  if (const yaml::Node* ids = restriction.find("ids"); ids != nullptr) {
    for (const yaml::Node& id : ids->items) {
      entries.push_back(id.value);
    }
  }
  const yaml::Node* id = restriction.find("id");
  if (entries.empty() && id != nullptr && id->kind == yaml::Kind::scalar && !id->is_null()) {
    entries.push_back(id->value);
  }
  return entries;
}

}  // namespace

Settings settings_of(const Macro& macro, const Snapshot& snapshot) { return SettingReader(macro, snapshot).read(); }

Setting restriction_of(const Macro& macro, const Snapshot& snapshot) {
  Setting setting;
  setting.field = "restriction";
  const yaml::Node* restriction = macro.yaml.root->find("restriction");
  if (restriction == nullptr || restriction->kind == yaml::Kind::sequence) {
    setting.is_clear = false;  // what is not said may be anything
    return setting;
  }
  setting.span = restriction->span;
  if (restriction->kind != yaml::Kind::mapping) {
    setting.shown = "everybody";
    return setting;
  }
  const yaml::Node* type = restriction->find("type");
  setting.shown = type == nullptr ? "" : type->value;
  setting.values.insert(setting.shown);
  const bool is_group = setting.shown == "Group";
  const std::optional<Catalogue>& list = is_group ? snapshot.groups : snapshot.users;
  for (const std::string& entry : restricted_to(*restriction)) {
    const NamedThing* by_id = list.has_value() ? list->find_id(entry) : nullptr;
    const NamedThing* thing = by_id == nullptr && list.has_value() ? list->find_name(entry) : by_id;
    setting.is_clear = setting.is_clear && (thing != nullptr || is_number(entry));
    setting.values.insert(thing == nullptr ? entry : thing->id);
    setting.shown += " " + (thing == nullptr ? entry : thing->name);
  }
  return setting;
}

}  // namespace macrolint
