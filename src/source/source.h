#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/text.h"

namespace macrolint {

/// Half-open range of byte offsets into one source.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  friend bool operator==(Span, Span) = default;
};

/// Line and column as people count them: both from 1, columns in characters (code points), not bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// The bytes of one file, kept for the whole run: everything that is parsed from it holds offsets into it.
/// `path` is relative to the configuration file's folder and uses `/`.
struct Source {
  std::string path;
  Text text;

  [[nodiscard]] std::string_view slice(Span span) const {
    return std::string_view(text).substr(span.begin, span.end - span.begin);
  }
};

/// A place in a source; what a person is pointed to.
struct Place {
  const Source* source = nullptr;
  Span span;
};

/// Turns offsets into positions. Built only for files that have something to report, so that files without
/// findings never pay for it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  [[nodiscard]] Position position(std::uint32_t offset) const;

 private:
  /// A place in a long line with the characters of its line before it, so that a line of many megabytes is not
  /// counted again for each finding in it.
  struct Checkpoint {
    std::uint32_t offset = 0;
    std::uint32_t characters = 0;
  };

  void add_checkpoints(std::uint32_t begin, std::uint32_t end);

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<Checkpoint> checkpoints_;
};

/// Finds the lines of places that come in order. A line is kept until a place is not in it, since a hostile file has
/// all its findings on one line of a megabyte.
class LineFinder {
 public:
  /// The line that holds the byte at `offset`, or that ends there, without its line end.
  [[nodiscard]] Span line_of(const Source& source, std::uint32_t offset);

 private:
  const Source* source_ = nullptr;
  Span line_;
};

/// Offset of the first byte that is not well-formed UTF-8, or `npos`. A NUL byte counts as ill-formed: no text
/// file that people edit holds one, and parsers below would stop at it.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// Number of code points in well-formed UTF-8; in other text, of bytes that start one.
[[nodiscard]] std::uint32_t count_characters(std::string_view text);

}  // namespace macrolint
