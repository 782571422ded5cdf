#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.h"

namespace macrolint {

/// A block's inline content as one line of plain text, as a reader sees it: marks gone, line breaks and
/// all kinds of space as spaces, entities as characters. Knows where each byte came from.
class FlatText {
 public:
  /// A part of the text that is set apart: as code, in strong type, or as a link's label.
  struct Part {
    enum class Kind : std::uint8_t { code, strong, label };

    Kind kind = Kind::code;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// The link whose label this is or that it stands in, or -1.
    std::int32_t link = -1;
  };

  /// What stands at the end of a line: a space, or for code the line's end.
  enum class Lines : std::uint8_t { joined, kept };

  FlatText() = default;
  FlatText(const Block& block, std::string_view text, std::uint32_t offset, Lines lines = Lines::joined);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  /// The link whose label has the byte at `at`, or -1.
  [[nodiscard]] std::int32_t link_at(std::size_t at) const;
  /// Where a range of the text stands in the source.
  [[nodiscard]] Span source_span(std::size_t begin, std::size_t end) const;
  /// The place in the text of a byte of the source; the nearest behind it where that byte is not shown.
  [[nodiscard]] std::size_t position_of(std::uint32_t offset) const;

 private:
  class OpenParts;
  struct Segment {
    std::size_t flat = 0;
    Span source;
  };

  void append(std::string_view piece, Span source);
  /// An entity stands in the source as a whole or not at all.
  [[nodiscard]] Span source_of_byte(std::size_t at) const;
  void append_code(std::string_view written, Span span, bool continues);
  void append_html(std::string_view tag, const Inline& piece, OpenParts& open);
  void begin_part(Part::Kind kind, std::int32_t link, bool is_html, OpenParts& open);
  void end_part(Part::Kind kind, bool is_html, OpenParts& open);
  void sort_parts();

  std::string text_;
  std::vector<Segment> segments_;
  std::vector<Part> parts_;
  /// The labels alone, in order; links do not nest.
  std::vector<Part> labels_;
  /// While the text is built: the link whose label is open, or -1.
  std::int32_t link_ = -1;
};

}  // namespace macrolint
