#include "source/rare_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace macrolint {

namespace {

constexpr std::size_t block_size = 256;
/// What tells letters of ASCII in lower case from those in upper case.
constexpr unsigned char lower_case_bit = 0x20;

using Byte = unsigned char;

/// How far the bytes are from those of a mark; 0 if they are it.
constexpr Byte distance(Byte byte, char mark) { return static_cast<Byte>(byte ^ static_cast<Byte>(mark)); }
constexpr Byte distance(Byte byte, Byte next, char mark, char behind) {
  return static_cast<Byte>(distance(byte, mark) | distance(next, behind));
}

/// Looks at `block_size` bytes and the one behind them; without branches and with a variable for each mark, the least
/// distance from it, so that compilers compare many bytes at once.
void look_at(const char* block, RareMarks& marks) {
  Byte highest = 0;
  Byte pipe = 1;
  Byte at_sign = 1;
  Byte colons = 1;
  Byte reference = 1;
  Byte footnote = 1;
  Byte braces = 1;
  Byte heading_tag = 1;
  for (std::size_t index = 0; index < block_size; ++index) {
    const auto byte = static_cast<Byte>(block[index]);
    const auto next = static_cast<Byte>(block[index + 1]);
    highest = std::max(highest, byte);
    pipe = std::min(pipe, distance(byte, '|'));
    at_sign = std::min(at_sign, distance(byte, '@'));
    colons = std::min(colons, distance(byte, next, ':', ':'));
    reference = std::min(reference, distance(byte, next, ']', '['));
    footnote = std::min(footnote, distance(byte, next, '[', '^'));
    braces = std::min(braces, distance(byte, next, '{', '{'));
    heading_tag = std::min(heading_tag, distance(byte, static_cast<Byte>(next | lower_case_bit), '<', 'h'));
  }
  marks.beyond_ascii |= highest >= 0x80;
  marks.pipe |= pipe == 0;
  marks.at_sign |= at_sign == 0;
  marks.colons |= colons == 0;
  marks.reference |= reference == 0;
  marks.footnote |= footnote == 0;
  marks.braces |= braces == 0;
  marks.heading_tag |= heading_tag == 0;
}

}  // namespace

RareMarks find_rare_marks(std::string_view text) {
  RareMarks marks;
  std::size_t at = 0;
  for (; at + block_size < text.size(); at += block_size) {
    look_at(text.data() + at, marks);
  }
  std::array<char, block_size + 1> rest{};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), rest.begin());
  look_at(rest.data(), marks);
  return marks;
}

}  // namespace macrolint
