#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace macrolint::git {

/// The lines of a text, to compare texts with each other: for each line its bytes in all.
class Lines {
 public:
  explicit Lines(std::string_view text);

  /// What part of the larger text both have in common, line by line and wherever it stands: 0 to 100, as git counts it.
  [[nodiscard]] unsigned similarity(const Lines& other) const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> bytes_by_line_;
  std::uint64_t size_ = 0;
};

}  // namespace macrolint::git
