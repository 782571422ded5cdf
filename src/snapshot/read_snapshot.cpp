#include "snapshot/read_snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "configuration/schema.h"
#include "diagnostic/in_backticks.h"
#include "macro/json_tree.h"
#include "macro/read_export.h"
#include "source/characters.h"

namespace macrolint {

namespace {

std::string text_of(const yaml::Node& item, std::string_view key) {
  const yaml::Node* member = item.find(key);
  return member == nullptr || member->kind != yaml::Kind::scalar || member->is_null() ? "" : member->value;
}

bool is_active(const yaml::Node& item) {
  const yaml::Node* active = item.find("active");
  return active == nullptr || active->boolean().value_or(true);
}

/// The items of a list; null if the file does not have it.
const std::vector<yaml::Node>* items_of(const yaml::Node& root, std::string_view key) {
  const yaml::Node* list = root.find(key);
  return list == nullptr || list->kind != yaml::Kind::sequence ? nullptr : &list->items;
}

std::optional<Catalogue> read_catalogue(const yaml::Node& root, std::string_view list, std::string_view name_key) {
  const std::vector<yaml::Node>* items = items_of(root, list);
  if (items == nullptr) {
    return std::nullopt;
  }
  Catalogue catalogue;
  for (const yaml::Node& item : *items) {
    catalogue.add({text_of(item, "id"), text_of(item, name_key), is_active(item)});
  }
  return catalogue;
}

void read_fields(const yaml::Node& root, Snapshot& snapshot) {
  snapshot.ticket_fields = read_catalogue(root, "ticket_fields", "title");
  if (!snapshot.ticket_fields.has_value()) {
    return;
  }
  for (const yaml::Node& item : *items_of(root, "ticket_fields")) {
    TicketField field;
    field.type = text_of(item, "type");
    if (const std::vector<yaml::Node>* options = items_of(item, "options")) {
      field.options.emplace();
      for (const yaml::Node& option : *options) {
        field.options->add({text_of(option, "value"), text_of(option, "name"), true});
      }
    }
    snapshot.fields.emplace(text_of(item, "id"), std::move(field));
  }
}

void read_statuses(const yaml::Node& root, Snapshot& snapshot) {
  snapshot.custom_statuses = read_catalogue(root, "custom_statuses", "agent_label");
  if (const std::vector<yaml::Node>* items = items_of(root, "custom_statuses")) {
    for (const yaml::Node& item : *items) {
      snapshot.status_categories.emplace(text_of(item, "id"), text_of(item, "status_category"));
    }
  }
}

/// What stands behind `dc.` in `{{dc.name}}`.
std::string dynamic_content_name(std::string_view placeholder) {
  constexpr std::string_view prefix = "dc.";
  const std::size_t at = placeholder.find(prefix);
  if (at == std::string_view::npos) {
    return {};
  }
  placeholder.remove_prefix(at + prefix.size());
  return std::string(placeholder.substr(0, placeholder.find_first_of("} ")));
}

void read_dynamic_content(const yaml::Node& root, Snapshot& snapshot) {
  const std::vector<yaml::Node>* items = items_of(root, "dynamic_content");
  if (items == nullptr) {
    return;
  }
  snapshot.dynamic_content.emplace();
  for (const yaml::Node& item : *items) {
    snapshot.dynamic_content->add({"", dynamic_content_name(text_of(item, "placeholder")), true});
  }
}

void read_addresses(const yaml::Node& root, Snapshot& snapshot) {
  const std::vector<yaml::Node>* items = items_of(root, "recipient_addresses");
  if (items == nullptr) {
    return;
  }
  snapshot.recipient_addresses.emplace();
  for (const yaml::Node& item : *items) {
    snapshot.recipient_addresses->push_back(lower_case(text_of(item, "email")));
  }
  std::sort(snapshot.recipient_addresses->begin(), snapshot.recipient_addresses->end());
}

void read_lists(const yaml::Node& root, Snapshot& snapshot) {
  snapshot.groups = read_catalogue(root, "groups", "name");
  snapshot.brands = read_catalogue(root, "brands", "name");
  snapshot.ticket_forms = read_catalogue(root, "ticket_forms", "name");
  snapshot.schedules = read_catalogue(root, "schedules", "name");
  snapshot.users = read_catalogue(root, "users", "email");
  read_fields(root, snapshot);
  read_statuses(root, snapshot);
  read_dynamic_content(root, snapshot);
  read_addresses(root, snapshot);
}

/// Two instances whose files were mixed up would disagree about everything.
void check_instance(const yaml::Node& root, std::string_view name, std::vector<yaml::Problem>& problems) {
  const yaml::Node* instance = root.find("instance");
  if (instance != nullptr && instance->value != name) {
    problems.push_back({instance->span,
                        fmt::format("This is a snapshot of {}, and the configuration has it for {}.",
                                    in_backticks(instance->value), in_backticks(name)),
                        instance->value});
  }
}

}  // namespace

std::vector<yaml::Problem> read_snapshot(const Source& source, std::size_t instance, std::string_view name,
                                         Snapshot& snapshot) {
  JsonTree tree = read_json(source.text);
  std::vector<yaml::Problem> problems;
  if (tree.root.has_value()) {
    problems = validate(*tree.root, "snapshot.schema.json");
  } else if (tree.problem.has_value()) {
    problems.push_back(std::move(*tree.problem));
  }
  if (tree.root.has_value() && problems.empty()) {
    check_instance(*tree.root, name, problems);
  }
  if (!problems.empty() || !tree.root.has_value()) {
    return problems;
  }
  yaml::Node& root = *tree.root;
  snapshot.source = &source;
  snapshot.host = lower_case(text_of(root, "host"));
  read_lists(root, snapshot);
  for (yaml::Member& member : root.members) {
    if (member.first.value == "macros") {
      for (yaml::Node& macro : member.second.items) {
        append_exported_macro(source, instance, std::move(macro), snapshot.macros);
      }
      break;
    }
  }
  return problems;
}

}  // namespace macrolint
