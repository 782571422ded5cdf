#include <fmt/format.h>

#include "diagnostic/in_backticks.h"
#include "liquid/code_blocks.h"
#include "liquid/liquid.h"
#include "macro/action_catalogue.h"
#include "macro/scalar_edit.h"
#include "macro/text_view.h"
#include "rule/rule.h"
#include "snapshot/names.h"
#include "source/characters.h"
#include "source/trimmed.h"

namespace macrolint {

namespace {

/// Per macro; more say nothing new.
constexpr std::size_t max_findings = 50;

/// Compares the names in one macro with those that its instance has.
class NameChecker {
 public:
  NameChecker(const Project& project, const Macro& macro, const Snapshot& snapshot, const Reporter& reporter)
      : macro_(macro),
        snapshot_(snapshot),
        instance_(project.configuration.instances[macro.instance].name),
        reporter_(reporter) {}

  void check() {
    for (const Action& action : macro_.actions) {
      check_action(action);
    }
    check_restriction();
    for (const TextView& view : texts_of(macro_)) {
      check_placeholders(view);
    }
  }

 private:
  void check_action(const Action& action) {
    if (const FieldName name = field_name_of(action.field); !name.empty()) {
      check_field(action, name);
    } else if (const NamedKind* kind = named_kind_of(action.field); kind != nullptr && action.value != nullptr) {
      check_value(*action.value, *kind);
    }
  }

  void check_field(const Action& action, const FieldName& name) {
    if (!snapshot_.ticket_fields.has_value() || find_action_field(action.field) == nullptr) {
      return;
    }
    const NamedThing* field = find_field(snapshot_, name);
    const std::string_view written = name.number.empty() ? name.title : name.number;
    if (field == nullptr) {
      const std::string near = name.number.empty() ? snapshot_.ticket_fields->nearest_name(name.title) : "";
      report_unknown(action.field_span, "ticket field", written, action.field, near,
                     near.empty() ? "" : "Field: " + near);
    } else if (!field->active) {
      report_inactive(action.field_span, "ticket field", written);
    } else if (const auto found = snapshot_.fields.find(field->id);
               found != snapshot_.fields.end() && found->second.options.has_value() && action.value != nullptr) {
      check_options(*action.value, *field, found->second);
    }
  }

  void check_options(const yaml::Node& value, const NamedThing& field, const TicketField& kind) {
    if (value.kind == yaml::Kind::sequence) {
      for (const yaml::Node& item : value.items) {
        check_option(item, item.value, field, *kind.options);
      }
      return;
    }
    if (kind.type != "multiselect") {
      check_option(value, value.value, field, *kind.options);
      return;
    }
    std::string_view left = trimmed(value.value);
    while (!left.empty()) {
      const std::size_t end = std::min(left.find_first_of(" \t\r\n"), left.size());
      check_option(value, left.substr(0, end), field, *kind.options);
      left = trimmed(left.substr(end));
    }
  }

  void check_option(const yaml::Node& node, std::string_view written, const NamedThing& field,
                    const Catalogue& options) {
    const bool is_known = written.empty() || is_computed(written) || options.find_id(written) != nullptr ||
                          options.find_id(lower_case(written)) != nullptr;
    if (is_known || node.kind != yaml::Kind::scalar || is_full()) {
      return;
    }
    const NamedThing* named = options.find_name(written);
    const std::string near = named != nullptr ? named->id : nearest_id(options, written);
    Diagnostic& diagnostic =
        reporter_.report({macro_.source, node.span}, std::string(written),
                         fmt::format("The ticket field {} of {} has no option with the tag {}.",
                                     in_backticks(field.name), in_backticks(instance_), in_backticks(written)));
    suggest(diagnostic, node.span, node.value, near, node.value == written ? near : "");
  }

  static std::string nearest_id(const Catalogue& options, std::string_view written) {
    Catalogue tags;
    for (const NamedThing& option : options.all()) {
      tags.add({"", option.id, true});
    }
    return tags.nearest_name(written);
  }

  void check_value(const yaml::Node& value, const NamedKind& kind) {
    const std::string_view name = name_in(value.value, kind);
    const std::optional<Catalogue>& list = snapshot_.*kind.list;
    if (!list.has_value() || value.kind != yaml::Kind::scalar || value.is_null() || name.empty() ||
        name == "current_groups" || is_computed(name)) {
      return;
    }
    const NamedThing* thing = find_thing(*list, value.value, kind);
    if (thing == nullptr) {
      const std::string near = is_number(name) ? "" : list->nearest_name(name);
      const std::string prefix(value.value.substr(0, static_cast<std::size_t>(name.data() - value.value.data())));
      report_unknown(value.span, kind.word, name, value.value, near, near.empty() ? "" : prefix + near);
    } else if (!thing->active) {
      report_inactive(value.span, kind.word, name);
    }
  }

  void check_restriction() {
    const yaml::Node* restriction = macro_.yaml.root->find("restriction");
    const yaml::Node* type = restriction == nullptr ? nullptr : restriction->find("type");
    if (type == nullptr || type->value != "Group") {
      return;
    }
    const NamedKind& group = *named_kind_of("group_id");
    if (const yaml::Node* id = restriction->find("id"); id != nullptr) {
      check_value(*id, group);
    }
    if (const yaml::Node* ids = restriction->find("ids"); ids != nullptr) {
      for (const yaml::Node& id : ids->items) {
        check_value(id, group);
      }
    }
  }

  void check_placeholders(const TextView& view) {
    if (!snapshot_.dynamic_content.has_value() && !snapshot_.ticket_fields.has_value()) {
      return;
    }
    if (view.text.find("dc.") == std::string_view::npos && view.text.find("ticket_field_") == std::string_view::npos) {
      return;
    }
    for (const LiquidVariable& variable : scan_liquid(blank_code_blocks(view.text), view.offset).variables) {
      check_placeholder(view.place(variable.span), variable.path);
    }
  }

  void check_placeholder(const Place& place, std::string_view path) {
    constexpr std::string_view dynamic = "dc.";
    if (path.starts_with(dynamic) && snapshot_.dynamic_content.has_value()) {
      const std::string_view name = path.substr(dynamic.size());
      if (name.empty() || snapshot_.dynamic_content->find_name(name) != nullptr || is_full()) {
        return;
      }
      Diagnostic& diagnostic =
          reporter_.report(place, std::string(path),
                           fmt::format("{} has no dynamic content with the placeholder {}, so nothing stands there in "
                                       "the comment.",
                                       in_backticks(instance_), in_backticks(path)));
      const std::string near = snapshot_.dynamic_content->nearest_name(name);
      if (!near.empty()) {
        diagnostic.suggestions.push_back(
            {fmt::format("did you mean `dc.{}`?", near), Applicability::unsafe, {{place, "dc." + near}}});
      }
      return;
    }
    for (const std::string_view prefix : {"ticket.ticket_field_option_title_", "ticket.ticket_field_"}) {
      const std::string_view number = path.starts_with(prefix) ? path.substr(prefix.size()) : std::string_view();
      if (is_number(number) && snapshot_.ticket_fields.has_value()) {
        check_field_number(place, path, number);
        return;
      }
    }
  }

  void check_field_number(const Place& place, std::string_view path, std::string_view number) {
    if (snapshot_.ticket_fields->find_id(number) == nullptr && !is_full()) {
      reporter_.report(
          place, std::string(path),
          fmt::format("{} has no ticket field {}, so nothing stands for the placeholder {} in the comment.",
                      in_backticks(instance_), in_backticks(number), in_backticks(path)));
    }
  }

  void report_unknown(Span span, std::string_view word, std::string_view written, const std::string& value,
                      const std::string& near, const std::string& replacement) {
    if (is_full()) {
      return;
    }
    Diagnostic& diagnostic =
        reporter_.report({macro_.source, span}, std::string(written),
                         fmt::format("{} has no {} {}.", in_backticks(instance_), word, in_backticks(written)));
    suggest(diagnostic, span, value, near, replacement);
  }

  void report_inactive(Span span, std::string_view word, std::string_view written) {
    if (!is_full()) {
      reporter_.report(
          {macro_.source, span}, std::string(written),
          fmt::format("The {} {} of {} is deactivated.", word, in_backticks(written), in_backticks(instance_)));
    }
  }

  void suggest(Diagnostic& diagnostic, Span span, const std::string& value, const std::string& near,
               const std::string& replacement) {
    if (near.empty()) {
      return;
    }
    Suggestion& suggestion = diagnostic.suggestions.emplace_back();
    suggestion.message = fmt::format("did you mean {}?", in_backticks(near));
    if (auto edit = replacement.empty() ? std::nullopt : scalar_edit(*macro_.source, span, value, replacement)) {
      suggestion.edits.push_back(std::move(*edit));
    }
  }

  /// Counts one more finding, if there may be one.
  bool is_full() { return ++findings_ > max_findings || reporter_.is_full(); }

  const Macro& macro_;
  const Snapshot& snapshot_;
  std::string_view instance_;
  const Reporter& reporter_;
  std::size_t findings_ = 0;
};

void check(const Project& project, const Macro& macro, const Reporter& reporter) {
  const Snapshot* snapshot = project.snapshot_for(macro);
  // What nobody can apply may name what is gone.
  if (snapshot != nullptr && macro.is_usable() && macro.active) {
    NameChecker(project, macro, *snapshot, reporter).check();
  }
}

}  // namespace

extern const Rule macro_unknown_name;
const Rule macro_unknown_name = {
    .name = "macro-unknown-name",
    .severity = Severity::error,
    .summary = "A macro names something that its Zendesk instance does not have",
    .explanation =
        R"(Compares the groups, brands, ticket fields, options of drop-down fields, ticket forms, schedules, custom statuses and dynamic content that a macro names with those in the [snapshot](live.md) of its Zendesk instance. What was deactivated there is reported as well. Without a snapshot, or where the snapshot does not have such a list, the rule says nothing, and nothing about inactive macros.

A sync cannot write a macro that names an unknown group; a value that a drop-down field does not have is dropped, and unknown dynamic content renders as nothing.

Write the name as Zendesk has it. If the thing is new there, take a new snapshot.)",
    .bad = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com",
 "macros": [{"id": 1, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "group_id", "value": "77"}]}],
 "groups": [{"id": 77, "name": "Returns Desk"}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'group_id'
  value: 'Return Desk'
)",
    .good = R"(-- .macrolint.yml --
version: 1
instances:
  example:
    sync: {path: macros/sync/data}
    snapshot: snapshot.json
-- snapshot.json --
{"version": 1, "instance": "example", "host": "example.zendesk.com",
 "macros": [{"id": 1, "title": "General::Return Label", "active": true, "description": null, "restriction": null,
   "actions": [{"field": "group_id", "value": "77"}]}],
 "groups": [{"id": 77, "name": "Returns Desk"}]}
-- macros/sync/data/active/General/Return Label.yaml --
title: 'General::Return Label'
active: true
actions:
- field: 'group_id'
  value: 'Returns Desk'
)",
    .is_about_zendesk = true,
    .check_macro = check,
};

}  // namespace macrolint
