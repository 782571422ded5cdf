#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "passage/passage.h"

namespace macrolint {

/// An address in the text of a passage, or the label of a link that writes to one.
struct AddressPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// See `inbox_of`.
  std::string inbox;
  /// Where it is written.
  std::vector<Span> spans;
  /// The label of a link to `mailto:` that is no address itself, but may be a name.
  bool is_label = false;
};

/// The addresses of a passage, of any domain, in order; nothing if some link has one as its label and writes to
/// another. `addresses` are those of the document, in order of place.
[[nodiscard]] std::optional<std::vector<AddressPlace>> address_places(const Document& document,
                                                                      const std::vector<Address>& addresses,
                                                                      const Passage& passage);

}  // namespace macrolint
