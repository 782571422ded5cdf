#pragma once

#include <cstddef>
#include <cstdint>
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

/// What makes a reference one to its macro; the names are part of the JSON output.
enum class ReferenceMatch : std::uint8_t {
  none,           ///< there is no such macro
  title,          ///< the title to the letter
  inexact_title,  ///< the title but for case, spacing or punctuation
  partial_title,  ///< the last part or parts of the title
  former_title,   ///< a title that the macro had before
  link,           ///< the link or the number alone; the words name no macro, or another one
};

[[nodiscard]] ReferenceMatch match_of(const Reference& reference);
/// "none", "title", "inexact-title" and so on.
[[nodiscard]] std::string_view name_of(ReferenceMatch match);

/// Looks a mention up. `instances` are those that the page is about; of macros with the same title, theirs is meant.
/// Nothing if it turns out to be none: a text that only might have been a title and is not.
[[nodiscard]] std::optional<Reference> resolve(const Document& document, const Mention& mention,
                                               const MacroIndex& index, const std::vector<std::size_t>& instances);

}  // namespace macrolint
