#pragma once

#include <md4c.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace macrolint {

/// What the parser may spend on a page. A page of n bytes that people write makes about n / 20 callbacks; wide tables
/// can make md4c produce n * n of them, and a definition used often is built anew at each use.
class ParseBudget {
 public:
  explicit ParseBudget(std::size_t page_size);

  /// False when there is nothing left.
  [[nodiscard]] bool spend(std::uint64_t cost) {
    left_ -= std::min(left_, cost);
    return left_ > 0;
  }

 private:
  std::uint64_t left_;
};

/// What an attribute costs md4c to build and its reader to resolve.
[[nodiscard]] std::uint64_t cost_of(const MD_ATTRIBUTE& attribute);

/// Whether more than 250,000 bytes follow each other without a blank line. md4c takes time that grows with the square
/// of a paragraph or table full of links; the longest block that people write is far below this.
[[nodiscard]] bool has_endless_block(std::string_view text);

}  // namespace macrolint
