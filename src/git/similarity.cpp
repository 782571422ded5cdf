#include "git/similarity.h"

#include <xxhash.h>

#include <algorithm>

namespace macrolint::git {

Lines::Lines(std::string_view text) : size_(text.size()) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    bytes_by_line_[XXH3_64bits(text.data(), end)] += end;
    text.remove_prefix(end);
  }
}

unsigned Lines::similarity(const Lines& other) const {
  const std::uint64_t larger = std::max(size_, other.size_);
  if (larger == 0) {
    return 0;
  }
  std::uint64_t common = 0;
  for (const auto& [line, bytes] : bytes_by_line_) {
    if (const auto found = other.bytes_by_line_.find(line); found != other.bytes_by_line_.end()) {
      common += std::min(bytes, found->second);
    }
  }
  return static_cast<unsigned>(common * 100 / larger);
}

}  // namespace macrolint::git
