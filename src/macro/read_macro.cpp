#include "macro/read_macro.h"

#include <string_view>
#include <unordered_set>
#include <utility>

#include "configuration/schema.h"
#include "configuration/schema_view.h"
#include "macro/action_catalogue.h"
#include "yaml/comments.h"

namespace macrolint {

namespace {

/// The 500 characters that the schema allows, at most. A longer title is left out: indexing its parts would take too
/// much.
constexpr std::size_t max_title_bytes = 2000;

/// Text of a member, if it is a scalar that is not null; `span` is set to where it stands.
std::string text_member(const yaml::Node& macro, std::string_view key, Span& span) {
  const yaml::Node* value = macro.find(key);
  if (value == nullptr || value->kind != yaml::Kind::scalar || value->is_null() ||
      value->value.size() > max_title_bytes) {
    return {};
  }
  span = value->span;
  return value->value;
}

void read_flag(const yaml::Node& macro, std::string_view key, bool& flag, Span& span) {
  const yaml::Node* value = macro.find(key);
  if (value == nullptr) {
    return;
  }
  if (const auto boolean = value->boolean()) {
    flag = *boolean;
    span = value->span;
  }
}

/// Entries that are no mapping with a `field` that is text are left to the schema.
void read_actions(const yaml::Node& list, std::vector<Action>& actions) {
  for (const yaml::Node& item : list.items) {
    const yaml::Node* field = item.find("field");
    if (field == nullptr || !has_type(*field, "string")) {
      continue;
    }
    Action action;
    action.field = field->value;
    action.field_span = field->span;
    action.value = item.find("value");
    action.span = field->span;
    actions.push_back(std::move(action));
  }
}

/// Collects the texts of one macro. Text that aliases repeat is read once: it stands in the file once.
class TextReader {
 public:
  TextReader(Macro& macro, RawTextReader read_raw_text) : macro_(macro), read_raw_text_(read_raw_text) {}

  void read(const Action& action) {
    if (action.value == nullptr) {
      return;
    }
    const yaml::Node& value = *action.value;
    const ActionField* field = find_action_field(action.field);
    switch (field == nullptr ? ValueKind::any : field->kind) {
      case ValueKind::html:
        add(action, value, MacroText::Format::html);
        break;
      case ValueKind::text:
        add(action, value, MacroText::Format::text);
        break;
      case ValueKind::comment:
        // `["channel:all", text]`
        add(action, value.items.size() == 2 ? value.items[1] : value, MacroText::Format::text);
        break;
      case ValueKind::side_conversation:
        read_side_conversation(action, value);
        break;
      default:
        break;
    }
  }

 private:
  /// `[subject, body, recipient, content type]`
  void read_side_conversation(const Action& action, const yaml::Node& value) {
    if (value.items.size() < 2) {
      return;
    }
    const bool is_html = value.items.size() > 3 && value.items[3].value == "text/html";
    add(action, value.items[0], MacroText::Format::text);
    add(action, value.items[1], is_html ? MacroText::Format::html : MacroText::Format::text);
  }

  void add(const Action& action, const yaml::Node& node, MacroText::Format format) {
    if (node.kind != yaml::Kind::scalar || node.value == managed_content_marker ||
        !seen_.insert(node.span.begin).second) {
      return;
    }
    yaml::RawText raw = read_raw_text_(macro_.source->text, node);
    MacroText text;
    text.format = format;
    text.document.source = macro_.source;
    text.document.syntax = Document::Syntax::macro_text;
    text.document.body = raw.region;
    text.raw = std::move(raw.text);
    text.action = &action;
    macro_.texts.push_back(std::move(text));
  }

  Macro& macro_;
  RawTextReader read_raw_text_;
  std::unordered_set<std::uint32_t> seen_;
};

}  // namespace

void fill_macro(Macro& macro, RawTextReader read_raw_text) {
  if (!macro.yaml.root.has_value()) {
    return;
  }
  const yaml::Node& root = *macro.yaml.root;
  macro.title = text_member(root, "title", macro.title_span);
  macro.previous_title = text_member(root, "previous_title", macro.previous_title_span);
  read_flag(root, "active", macro.active, macro.active_span);
  read_flag(root, "contains_managed_content", macro.contains_managed_content, macro.contains_managed_content_span);
  if (const yaml::Node* actions = root.find("actions"); actions != nullptr) {
    read_actions(*actions, macro.actions);
  }
  TextReader texts(macro, read_raw_text);
  for (const Action& action : macro.actions) {
    texts.read(action);
  }
}

void read_macro(const Source& source, std::size_t instance, std::string path_key, Macro& macro) {
  macro.source = &source;
  macro.instance = instance;
  macro.path_key = std::move(path_key);
  if (const std::size_t invalid = find_invalid_utf8(source.text); invalid != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(invalid);
    macro.yaml.problems.push_back(
        {{at, at + 1}, "The file is not UTF-8 text from here on. Save it as UTF-8 without null characters.", ""});
    return;
  }
  macro.yaml = yaml::parse(source.text);
  if (!macro.yaml.root.has_value()) {
    if (!macro.yaml.problems.empty()) {
      return;
    }
    macro.yaml.root = yaml::Node();  // a file without a document says null
  }
  if (macro.yaml.problems.empty()) {
    macro.schema_problems = validate(*macro.yaml.root, "macro.schema.json");
  }
  const Span whole{0, static_cast<std::uint32_t>(source.text.size())};
  macro.annotations = yaml::find_comments(source.text, whole, *macro.yaml.root, annotation_word);
  fill_macro(macro, yaml::raw_text);
}

}  // namespace macrolint
