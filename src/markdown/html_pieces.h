#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Raw HTML as the parser passes it on: line by line, without the marks of quotes and lists at their beginnings.
class HtmlPieces {
 public:
  /// `piece` stands behind those before.
  void add(Span piece);
  [[nodiscard]] bool empty() const { return pieces_.empty(); }
  /// Adds the links of all pieces, taken together, to the document and forgets the pieces. `text` begins at `offset`.
  void find_links(std::string_view text, std::uint32_t offset, Document& document);

 private:
  /// Pieces between which nothing stands are one.
  std::vector<Span> pieces_;
};

}  // namespace macrolint
