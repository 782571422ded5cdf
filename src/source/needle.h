#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/rare_marks.h"

namespace macrolint {

/// A text that is sought in every page: made once, found at the speed of reading. The search compares a few of the
/// needle's bytes with a block of the text at once, in a loop without branches that compilers turn into vector
/// instructions, and looks closer only at blocks with a match.
class Needle {
 public:
  enum class Case : std::uint8_t { as_written, ignored };

  /// `text` is not empty. Ignoring case concerns the letters of ASCII.
  Needle(std::string_view text, Case letter_case);

  /// Adds where the needle stands in the text, in ascending order. The text has less than 4 GB.
  void find_all(std::string_view text, std::vector<std::uint32_t>& places) const;

  /// For short texts, such as addresses.
  [[nodiscard]] bool is_in(std::string_view text) const;

  /// False if a text with these marks and no others cannot have it.
  [[nodiscard]] bool may_be_in(const RareMarks& marks) const;

  /// Whether any text with the other needle has this one, too.
  [[nodiscard]] bool is_part_of(const Needle& other) const;

  [[nodiscard]] bool matches_at(std::string_view text, std::size_t at) const;

 private:
  /// A byte of the needle, and where. `fold` is what sets letters of both cases equal, or 0.
  struct Probe {
    std::size_t offset = 0;
    unsigned char byte = 0;
    unsigned char fold = 0;
  };
  static constexpr std::size_t max_probes = 3;
  static constexpr std::size_t block_size = 256;

  template <std::size_t count>
  [[nodiscard]] bool may_be_in_block(const char* block) const;

  /// In lower case if that is ignored.
  std::string text_;
  Case case_;
  std::array<Probe, max_probes> probes_;
  std::size_t probe_count_;
};

}  // namespace macrolint
