#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "source/source.h"
#include "yaml/yaml.h"

namespace macrolint {

/// A managed content file: the wording of a macro, kept as Markdown in a repository of its own.
struct ManagedContent {
  /// Index into the configuration's instances.
  std::size_t instance = 0;
  const Source* source = nullptr;
  /// Path below the managed content repository without its extension, such as `active/General/EDU Response`.
  /// The macro that it belongs to has the same one in the sync repository.
  std::string path_key;
  Document document;
};

/// Text of a macro that customers or agents get to see: a comment or a subject.
struct MacroText {
  enum class Format : std::uint8_t { text, html, markdown };

  Format format = Format::text;
  /// Where the text stands; `document.body` is its region.
  Document document;
  /// The bytes of that region with YAML escapes blanked; what the offsets of `document` index.
  std::string raw;
  /// The action that holds it, or null for managed content.
  const struct Action* action = nullptr;
};

/// One entry of a macro's `actions`: a ticket field and the value it is set to.
struct Action {
  std::string field;
  Span field_span;
  /// Null when the action has no `value` at all; points into the macro's YAML tree.
  const yaml::Node* value = nullptr;
  Span span;

  /// The value when it is a single scalar, else empty.
  [[nodiscard]] std::string_view text() const { return value != nullptr ? std::string_view(value->value) : ""; }
  [[nodiscard]] Span value_span() const { return value != nullptr ? value->span : span; }
};

/// One Zendesk macro, read from a sync file or from an export. Members whose file does not have them are empty,
/// with a span at the file's start: `macro-schema` reports what is missing, other rules then stay silent.
struct Macro {
  const Source* source = nullptr;
  /// Index into the configuration's instances.
  std::size_t instance = 0;
  /// Path below the sync repository without its extension, such as `active/General/EDU Response`; empty for a
  /// macro from an export.
  std::string path_key;

  yaml::Document yaml;
  /// Violations of the macro schema, already placed.
  std::vector<yaml::Problem> schema_problems;

  std::string title;
  Span title_span;
  std::string previous_title;
  Span previous_title_span;
  bool active = true;
  Span active_span;
  std::vector<Action> actions;
  bool contains_managed_content = false;
  Span contains_managed_content_span;
  /// Zendesk's id, for a macro from an export; otherwise 0.
  std::uint64_t id = 0;

  /// YAML comments that begin with `annotation_word`, with their `#`; none for a macro from an export.
  std::vector<Span> annotations;

  /// Comments and subjects written in the macro file itself.
  std::vector<MacroText> texts;
  /// Set when the managed content repository has its file.
  const ManagedContent* managed_content = nullptr;

  /// False when the file is not YAML or has no usable title: then nothing can refer to it.
  [[nodiscard]] bool is_usable() const { return yaml.root.has_value() && !title.empty(); }
  /// The folder of the repository that says whether the macro is in use; null for exports.
  [[nodiscard]] bool in_active_folder() const { return path_key.starts_with("active/"); }
  [[nodiscard]] bool in_inactive_folder() const { return path_key.starts_with("inactive/"); }
};

}  // namespace macrolint
