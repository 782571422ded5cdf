#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace macrolint {

/// Answers for many short pieces of one text whether they have a certain byte, which is rare. The text is searched
/// once, however many pieces there are, as long as they come in order; others are searched one by one.
class NextByte {
 public:
  NextByte(std::string_view text, char byte) : text_(text), byte_(byte) {}

  [[nodiscard]] bool is_between(std::size_t begin, std::size_t end) {
    if (begin < from_) {
      return text_.substr(begin, end - begin).find(byte_) != std::string_view::npos;
    }
    if (begin >= searched_to_) {
      next_ = std::min(text_.find(byte_, begin), text_.size());
      searched_to_ = next_ + 1;
    }
    from_ = begin;
    return next_ < end;
  }

 private:
  std::string_view text_;
  char byte_;
  /// From `from_` on, the first is at `next_`; `searched_to_` is behind it, or 0 before the first search.
  std::size_t from_ = 0;
  std::size_t next_ = 0;
  std::size_t searched_to_ = 0;
};

}  // namespace macrolint
