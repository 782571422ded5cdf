#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/source.h"

namespace macrolint::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

/// How a scalar is written; it decides whether `true` is a boolean or a word, and how offsets inside it count.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

struct Member;

/// One node of a YAML document with its place in the source. Aliases are expanded (within bounds).
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  /// A scalar's text after unescaping and folding.
  std::string value;
  /// A scalar: from its first quote, `|` or character to behind its last. A collection: where it begins.
  Span span;
  std::vector<Node> items;
  std::vector<Member> members;

  /// The value of a mapping's key, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;
  /// A scalar's boolean value under YAML 1.2's core schema; quoted scalars are text, not booleans.
  [[nodiscard]] std::optional<bool> boolean() const;
  /// Whether it is null: absent, empty, `~` or `null`.
  [[nodiscard]] bool is_null() const;
};

/// One entry of a mapping: its key, then its value. Not a `std::pair`, which cannot be a member of its own member.
struct Member {
  Member(Node key, Node value) : first(std::move(key)), second(std::move(value)) {}

  Node first;
  Node second;
};

/// What keeps a file from being one well-formed YAML document.
struct Problem {
  Span span;
  std::string message;
  /// The offending text as written, such as a duplicate key.
  std::string subject;
};

struct Document {
  /// Absent when the text is not YAML at all or exceeds the bounds.
  std::optional<Node> root;
  std::vector<Problem> problems;
};

/// Reads the YAML document that stands in `text` between the offsets of `region`; spans count from the start of
/// `text`. Depth (64), nodes after expansion of aliases (100,000) and documents (one) are bounded; duplicate
/// keys, which YAML 1.2 section 3.2.1.1 forbids and yaml-cpp accepts, are problems. `text` must be valid UTF-8.
[[nodiscard]] Document parse(std::string_view text, Span region);
[[nodiscard]] Document parse(std::string_view text);

/// The node as JSON, plain scalars resolved by YAML 1.2's core schema: what JSON Schema is applied to.
[[nodiscard]] nlohmann::json to_json(const Node& node);

/// The inside of a scalar, for reading text in place: a copy of the scalar's raw bytes, without quotes or block
/// header, in which escape sequences are blanked, so that each byte stands at `region.begin` + its index in the
/// source and what is found in it can be pointed to without a table of offsets.
struct RawText {
  Span region;
  std::string text;
};
[[nodiscard]] RawText raw_text(std::string_view source, const Node& scalar);

}  // namespace macrolint::yaml
