#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/liquid.h"
#include "source/source.h"

namespace macrolint {

/// Pairs the opening and closing tags of a text. Spans are offsets into `text` plus `offset`.
class LiquidBlocks {
 public:
  LiquidBlocks(std::string_view text, std::uint32_t offset, std::vector<LiquidProblem>& problems)
      : text_(text), offset_(offset), problems_(&problems) {}

  void open(const std::string& name, Span tag);
  void close(const std::string& name, Span tag);
  void branch(const std::string& name, Span tag);
  /// Reports what is still open.
  void finish();
  /// Blocks were nested deeper than Liquid accepts; this is reported, and nothing more is known about the text.
  [[nodiscard]] bool too_deep() const { return too_deep_; }
  /// Reports a block that is never closed and of which nothing else is known.
  void report_unclosed(const std::string& name, Span tag);

 private:
  struct Block {
    std::string name;
    Span tag;
  };

  [[nodiscard]] std::string_view written(Span tag) const { return text_.substr(tag.begin - offset_, tag.size()); }
  void report(Span tag, std::string message);

  std::string_view text_;
  std::uint32_t offset_;
  std::vector<LiquidProblem>* problems_;
  std::vector<Block> open_;
  bool too_deep_ = false;
  /// How many blocks of a name are open, so that a stray end is known without a search.
  std::map<std::string, std::size_t, std::less<>> open_by_name_;
};

}  // namespace macrolint
