#pragma once

#include <md4c.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/block.h"
#include "document/document.h"
#include "source/source.h"

namespace macrolint {

/// A link or image that md4c has opened and not closed yet.
struct OpenLink {
  /// Its place in `Document::links`.
  std::int32_t index = -1;
  bool image = false;
  /// The only thing inside so far is one piece of text equal to the end of the destination.
  bool may_be_autolink = true;
  /// The text before it ended here.
  std::uint32_t before = 0;
  /// What has been read between its brackets.
  std::optional<Span> inner;
  /// Where the destination was read, when md4c passed it on as it is written.
  std::optional<Span> destination;

  /// Takes more text in between the brackets.
  void widen(Span span);
};

/// The value of a destination or title: md4c resolves backslash escapes and leaves entities to its caller.
[[nodiscard]] std::string text_of(const MD_ATTRIBUTE& attribute);

/// Whether `<` and `>` stand around `span`. `text` begins at `offset` in the source.
[[nodiscard]] bool is_in_angle_brackets(std::string_view text, std::uint32_t offset, Span span);

/// Whether the text inside is the destination: within `<…>`, where md4c read both from the same place, or where the
/// destination is the text with `mailto:` or `http://` before it.
[[nodiscard]] bool is_autolink(std::string_view text, std::uint32_t offset, const OpenLink& open, const Link& link);

/// Takes the link that was opened last back out of the document and the block.
void forget_link(std::int32_t index, Document& document, Block& block);

/// Links in an image's label are none: only their text becomes part of the alternative text.
void forget_links_behind(std::int32_t image, Document& document, Block& block);

}  // namespace macrolint
