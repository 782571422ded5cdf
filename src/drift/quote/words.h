#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// A word of a wording, in the form in which two wordings are compared.
struct Word {
  enum class Kind : std::uint8_t {
    word,
    placeholder,  ///< Liquid's `{{ … }}`
    stand_in,     ///< what people write in its place: `[name]`, `<name>`, `{name}`
    gap,          ///< `…`, `...` or `[...]`: something is left out
  };

  Kind kind = Kind::word;
  /// In a branch or loop of Liquid, so that it need not come out.
  bool is_optional = false;
  bool begins_block = false;
  /// No space before it, as in scripts without spaces.
  bool is_joined = false;
  /// In lower case, with plain quotes and hyphens and without punctuation at the edges; the path of a placeholder.
  std::string key;
  /// As readers see it.
  std::string text;
  /// Where it stands in the source.
  Span span;
  /// The same without punctuation at the edges, which stays where it is when a word is replaced.
  std::string core;
  Span core_span;
};

/// Cuts the blocks of a text into words. White space, typographic quotes and dashes, and tags of Liquid vanish. Blocks
/// of Liquid may reach over several blocks of text.
class WordReader {
 public:
  /// Where a range of the block's text stands in the source.
  using Locate = std::function<Span(std::size_t begin, std::size_t end)>;

  void add_block(std::string_view text, const Locate& locate);
  [[nodiscard]] std::vector<Word> take() { return std::move(words_); }

 private:
  /// The part of a block between two spaces, as it is read.
  struct Chunk {
    Word::Kind kind = Word::Kind::word;
    std::size_t begin = 0;
    /// With plain quotes and hyphens.
    std::string text;
    std::string path;
  };

  [[nodiscard]] bool read_liquid();
  [[nodiscard]] bool read_stand_in();
  void read_character();
  void append(std::string_view piece);
  void add_gap(std::size_t size);
  void finish_chunk();
  void add_word(Word::Kind kind, std::string key, std::size_t begin, std::size_t end);

  std::vector<Word> words_;
  // Of the block that is read.
  std::string_view text_;
  std::size_t at_ = 0;
  const Locate* locate_ = nullptr;
  Chunk chunk_;
  bool begins_block_ = false;
  bool is_joined_ = false;
  // Of the whole text.
  std::uint32_t open_branches_ = 0;
  bool in_comment_ = false;
};

/// The words as a reader sees them, on one line.
[[nodiscard]] std::string text_of_words(const std::vector<Word>& words, std::size_t begin, std::size_t end);

}  // namespace macrolint
