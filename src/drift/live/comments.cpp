#include "drift/live/comments.h"

#include <algorithm>

#include "macro/action_catalogue.h"

namespace macrolint {

namespace {

const Document* document_of(const Macro& macro, const yaml::Node& value) {
  const auto found = std::find_if(macro.texts.begin(), macro.texts.end(), [&](const MacroText& text) {
    return text.document.body.begin >= value.span.begin && text.document.body.end <= value.span.end;
  });
  return found == macro.texts.end() ? nullptr : &found->document;
}

SentText written_text(const Macro& macro, const Action& action, const yaml::Node& value) {
  SentText sent;
  sent.format = action.field == "comment_value_html" ? MacroText::Format::html : MacroText::Format::text;
  sent.text = value.value;
  sent.action = &action;
  sent.place = {macro.source, value.span};
  sent.document = document_of(macro, value);
  return sent;
}

SentText managed_text(const Action& action, const ManagedContent& managed) {
  SentText sent;
  sent.format = MacroText::Format::markdown;
  sent.text = managed.source->slice(managed.document.body);
  sent.action = &action;
  sent.place = {managed.source, managed.document.body};
  sent.is_managed = true;
  sent.document = &managed.document;
  return sent;
}

}  // namespace

std::optional<VisibleText> visible_text_of(const SentText& text) {
  return visible_text(text.text, text.format, text.place.span.begin, text.is_managed ? text.document : nullptr);
}

bool sends_text(const Action& action) {
  return action.field == "comment_value" || action.field == "comment_value_html" || action.field == "subject";
}

std::map<std::string, SentText> sent_texts(const Macro& macro) {
  std::map<std::string, SentText> texts;
  for (const Action& action : macro.actions) {
    if (action.value == nullptr || !sends_text(action)) {
      continue;
    }
    const bool has_channel = action.field == "comment_value" && action.value->items.size() == 2;
    const yaml::Node& value = has_channel ? action.value->items[1] : *action.value;
    if (value.kind != yaml::Kind::scalar || value.is_null() || value.value.empty()) {
      continue;
    }
    std::string key = action.field == "subject" ? "subject" : "comment";
    if (has_channel && action.value->items[0].value != "channel:all") {
      key += " " + action.value->items[0].value;
    }
    if (value.value != managed_content_marker) {
      texts.emplace(std::move(key), written_text(macro, action, value));
    } else if (macro.managed_content != nullptr && macro.contains_managed_content) {
      texts.emplace(std::move(key), managed_text(action, *macro.managed_content));
    }
  }
  return texts;
}

}  // namespace macrolint
