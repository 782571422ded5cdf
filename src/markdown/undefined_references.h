#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "source/rare_marks.h"

namespace macrolint {

/// Finds `[text][label]`, `[label][]` and `![text][label]` in the text that the parser left over, which it did because
/// nothing defines the label. What looks like indices, character classes, tags or check boxes is passed over, and
/// `[label]` alone, which is mostly just a word in brackets.
class UndefinedReferenceFinder {
 public:
  /// `text` begins at `offset`.
  UndefinedReferenceFinder(std::string_view text, std::uint32_t offset, const RareMarks& marks)
      : text_(text), offset_(offset), enabled_(marks.reference) {}

  /// `piece` stands in the same block as those before, with code, emphasis or images in between. In a link there can
  /// only be images.
  void add_text(Span piece, bool in_link, Document& document) {
    if (enabled_) {
      read(piece, in_link, document);
    }
  }
  void end_block();

 private:
  void read(Span piece, bool in_link, Document& document);
  void close(std::size_t at, bool in_link, Document& document);

  std::string_view text_;
  std::uint32_t offset_;
  /// Most pages have no `][`.
  bool enabled_;
  std::vector<std::size_t> open_;
  /// The brackets that were closed last, both included.
  std::optional<Span> last_;
};

/// The labels of the lines that look like definitions, `[label]: url`: what a label that has none may be meant to be.
/// A line that goes on a paragraph looks like one, too, and defines nothing.
[[nodiscard]] std::vector<std::string_view> find_defined_labels(std::string_view text);

}  // namespace macrolint
