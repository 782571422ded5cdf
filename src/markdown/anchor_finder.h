#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Finds the anchors that Markdown makes, while a parser goes through the text: headings, and blocks that are given an
/// id by the line below them. Spans count from `offset`, at which the text begins.
class AnchorFinder {
 public:
  enum class BlockKind : std::uint8_t { rule, paragraph, cell, other };

  AnchorFinder(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  void begin_block(BlockKind kind) {
    after_rule_ = kind == BlockKind::rule || (after_rule_ && kind == BlockKind::paragraph);
    has_text_ = kind == BlockKind::cell;
  }
  void end_block() { has_text_ = false; }
  void begin_list(bool is_tight) { tight_lists_.push_back(is_tight); }
  void end_list() { tight_lists_.pop_back(); }

  /// `end_of_text` is where the text read last ended.
  void begin_heading(std::uint32_t end_of_text) { before_heading_ = end_of_text; }
  void end_heading(std::uint32_t end_of_text, std::vector<Anchor>& anchors) const;

  /// A piece of text of the block, in order.
  void add_text(Span piece, std::vector<Anchor>& anchors) {
    if (!piece.empty() && text_[piece.begin - offset_] == '{') {
      add_block_id(piece.begin - offset_, anchors);
    }
    has_text_ = true;
  }

 private:
  void add_block_id(std::uint32_t begin, std::vector<Anchor>& anchors) const;

  std::string_view text_;
  std::uint32_t offset_;
  std::uint32_t before_heading_ = 0;
  /// The block has text before what comes next.
  bool has_text_ = false;
  /// Nothing but a thematic break is before the text.
  bool after_rule_ = false;
  /// Of the lists around the text, the innermost last.
  std::vector<bool> tight_lists_;
};

}  // namespace macrolint
