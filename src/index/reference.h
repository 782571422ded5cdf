#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "index/macro_index.h"

namespace macrolint {

/// A mention that was looked up: what `macrolint references` lists.
struct Reference {
  const Document* document = nullptr;
  const Mention* mention = nullptr;
  /// How it is written, with what only the titles and files could tell: whether a label is a title.
  Mention::Form form = Mention::Form::plain;
  /// The title as written. Narrower than the mention's where only the titles could tell where it begins or ends.
  Span span;
  /// With white space folded; empty for a link whose label names no macro.
  std::string title;
  /// What the title alone says.
  TitleMatch by_title;
  /// What the link alone says.
  LinkTarget by_link;
  /// The words around the title, or the link that it is the label of, leave no doubt that a macro is meant.
  bool asserted = false;
  /// The macro that is meant, or null: the title's if it is known, else the link's.
  const Macro* macro = nullptr;

  [[nodiscard]] Place place() const { return {document->source, span}; }
  /// The link's destination, or empty.
  [[nodiscard]] std::string_view url() const;
  /// Whether the title is to the letter one that a macro had before.
  [[nodiscard]] bool has_previous_title() const;
};

/// Looks a mention up. `instances` are those that the page is about; of macros with the same title, theirs is meant.
/// Nothing if it turns out to be none: a text that only might have been a title and is not.
[[nodiscard]] std::optional<Reference> resolve(const Document& document, const Mention& mention,
                                               const MacroIndex& index, const std::vector<std::size_t>& instances);

}  // namespace macrolint
