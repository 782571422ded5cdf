#include "rule/title_edit.h"

#include <algorithm>
#include <optional>

#include "html/entities.h"
#include "index/written_title.h"
#include "mention/menu_path.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Whether characters of the text would be read as an entity.
bool is_entity_at(std::string_view text, std::size_t at) {
  const std::size_t semicolon = text.substr(at, 33).find(';');
  return semicolon != std::string_view::npos &&
         decode_entities(text.substr(at, semicolon + 1)) != text.substr(at, semicolon + 1);
}

/// Whether a mark at the title's beginning, or behind a number there, would make a list or heading of its line.
bool begins_block(std::string_view title, std::size_t at) {
  if (at == 0) {
    return std::string_view("#-+=>").find(title[at]) != std::string_view::npos;
  }
  return (title[at] == '.' || title[at] == ')') && std::all_of(title.begin(), title.begin() + at, is_digit);
}

/// Of what code marks and elements for code hold, only the former is free of Markdown.
bool is_in_code_span(const Reference& reference) {
  const std::string_view before = std::string_view(reference.document->source->text).substr(0, reference.span.begin);
  const std::size_t mark = before.find_last_of("`>");
  return reference.mention->in_code && mark != std::string_view::npos && before[mark] == '`';
}

/// The title as it may stand in place of the reference's; nothing if it cannot be written there.
std::optional<std::string> title_for(const Reference& reference, std::string_view title) {
  if (title.find("{{") != std::string_view::npos || title.find_first_of("\r\n") != std::string_view::npos) {
    return std::nullopt;
  }
  if (reference.mention->form == Mention::Form::diagram) {
    // All of these are marks of shapes, edges or entities there.
    const bool plain = title.find_first_of("[](){}|\"<>#;") == std::string_view::npos;
    return plain ? std::optional(std::string(title)) : std::nullopt;
  }
  if (is_in_code_span(reference)) {
    // In tables a bar ends the cell in code spans, too.
    return title.find_first_of("`|") == std::string_view::npos ? std::optional(std::string(title)) : std::nullopt;
  }
  return escaped_title(title);
}

/// A label that is also what the link is found by, as in `[label]` and `[label][]`.
bool names_definition(const Reference& reference) {
  if (reference.mention->link < 0) {
    return false;
  }
  const Link& link = reference.document->links[static_cast<std::size_t>(reference.mention->link)];
  const bool inside = link.label.begin <= reference.span.begin && reference.span.end <= link.label.end;
  const std::uint32_t behind = link.whole.end - std::min(link.whole.end, link.label.end);
  return link.kind == Link::Kind::reference && inside && behind <= std::string_view("][]").size();
}

bool is_plain_text(const Reference& reference) {
  const Source& source = *reference.document->source;
  const bool escaped = reference.span.begin > 0 && !reference.mention->in_code &&
                       std::string_view(source.text)[reference.span.begin - 1] == '\\';
  return is_written_as(source.slice(reference.span), reference.title) && !escaped;
}

bool is_in_heading(const Reference& reference) {
  const std::vector<Anchor>& anchors = reference.document->anchors;
  return std::any_of(anchors.begin(), anchors.end(), [&](const Anchor& anchor) {
    return anchor.kind == Anchor::Kind::heading && anchor.span.begin <= reference.span.begin &&
           reference.span.end <= anchor.span.end;
  });
}

}  // namespace

std::string escaped_title(std::string_view title) {
  std::string escaped;
  for (std::size_t at = 0; at < title.size(); ++at) {
    const bool mark = std::string_view("\\`*_[]<~|").find(title[at]) != std::string_view::npos;
    if (mark || begins_block(title, at) || (title[at] == '&' && is_entity_at(title, at))) {
      escaped += '\\';
    }
    escaped += title[at];
  }
  return escaped;
}

Suggestion write_title(const Reference& reference, std::string_view title, std::string message,
                       Applicability applicability) {
  Suggestion suggestion{std::move(message), applicability, {}};
  const std::optional<std::string> text = title_for(reference, title);
  if (!text.has_value() || names_definition(reference) || !is_plain_text(reference)) {
    suggestion.applicability = Applicability::unsafe;
    return suggestion;
  }
  // A way through the menu is written otherwise than the title that is found at its end.
  if (is_in_heading(reference) || !title_at_menu_path(reference.title).empty()) {
    suggestion.applicability = Applicability::unsafe;
  }
  suggestion.edits.push_back({reference.place(), *text});
  return suggestion;
}

}  // namespace macrolint
