#include "source/source.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "source/characters.h"

namespace macrolint {

namespace {

Span line_around(std::string_view text, std::uint32_t offset) {
  const std::size_t at = std::min<std::size_t>(offset, text.size());
  const std::size_t before = text.substr(0, at).rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(text.find('\n', at), text.size());
  end -= end > begin && text[end - 1] == '\r' ? 1 : 0;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

constexpr std::size_t ascii_block = 64;

/// Whether the bytes are ASCII, and none is zero; without branches, so that compilers compare many at once.
bool is_ascii_block(const char* bytes) {
  unsigned char other = 0;
  for (std::size_t index = 0; index < ascii_block; ++index) {
    // One less than zero is beyond ASCII, too.
    other = static_cast<unsigned char>(other | static_cast<unsigned char>(bytes[index]) |
                                       static_cast<unsigned char>(bytes[index] - 1));
  }
  return other < 0x80;
}

/// Of the character that the text begins with, in bytes; 0 if it is zero or ill-formed.
std::size_t length_of_character(std::string_view text) {
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                   static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  return length < 0 || code_point == 0 ? 0 : static_cast<std::size_t>(length);
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    add_checkpoints(starts_.back(), static_cast<std::uint32_t>(at));
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  add_checkpoints(starts_.back(), static_cast<std::uint32_t>(text.size()));
}

void LineIndex::add_checkpoints(std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t distance = 4096;
  Checkpoint last{begin, 0};
  while (end - last.offset > distance) {
    last.characters += count_characters(text_.substr(last.offset, distance));
    last.offset += distance;
    checkpoints_.push_back(last);
  }
}

Position LineIndex::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  Checkpoint from{starts_[line - 1], 0};
  const auto next = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                                     [](std::uint32_t value, const Checkpoint& one) { return value < one.offset; });
  if (next != checkpoints_.begin() && std::prev(next)->offset > from.offset) {
    from = *std::prev(next);
  }
  return {line, from.characters + count_characters(text_.substr(from.offset, offset - from.offset)) + 1};
}

Span LineFinder::line_of(const Source& source, std::uint32_t offset) {
  if (source_ != &source || offset < line_.begin || offset > line_.end) {
    source_ = &source;
    line_ = line_around(source.text, offset);
  }
  return line_;
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // Pages are almost all ASCII, and every page passes through here.
    if (at + ascii_block <= text.size() && is_ascii_block(text.data() + at)) {
      at += ascii_block;
      continue;
    }
    const std::size_t end = std::min(at + ascii_block, text.size());
    while (at < end) {
      if (!is_beyond_ascii(text[at]) && text[at] != '\0') {
        ++at;
        continue;
      }
      const std::size_t length = length_of_character(text.substr(at));
      if (length == 0) {
        return at;
      }
      at += length;
    }
  }
  return std::string_view::npos;
}

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace macrolint
