#include <md4c.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "document/block.h"
#include "markdown/parse_budget.h"
#include "page/footnotes.h"
#include "page/shortcodes.h"
#include "passage/passage.h"
#include "source/blank.h"

namespace macrolint {

namespace {

/// Receives md4c's callbacks and gathers the inline content of each block.
class PassageReader {
 public:
  /// `text` begins at `offset` of the document's source.
  PassageReader(const Document& document, std::string_view text, std::uint32_t offset)
      : document_(document), text_(text), offset_(offset), last_end_(offset), budget_(text.size()) {}

  std::vector<Passage> read() {
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    if (document_.syntax == Document::Syntax::macro_text) {
      parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
    }
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
      return static_cast<PassageReader*>(reader)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) {
      return static_cast<PassageReader*>(reader)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* reader) {
      return static_cast<PassageReader*>(reader)->enter_span(type);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
      return static_cast<PassageReader*>(reader)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* reader) {
      return static_cast<PassageReader*>(reader)->add_text(type, {begin, size});
    };
    if (md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this) != 0) {
      passages_.clear();
    }
    return std::move(passages_);
  }

 private:
  struct List {
    std::uint32_t number = 0;
    std::uint32_t item = 0;
  };

  int spend() { return budget_.spend(1) ? 0 : 1; }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    finish_passage();
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        lists_.push_back({++numbers_, 0});
        break;
      case MD_BLOCK_LI:
        if (!lists_.empty()) {
          lists_.back().item = ++numbers_;
        }
        break;
      case MD_BLOCK_QUOTE:
        quotes_.push_back(++numbers_);
        break;
      case MD_BLOCK_TABLE:
        next_.table = ++numbers_;
        next_.row = 0;
        break;
      case MD_BLOCK_TR:
        next_.column = 0;
        break;
      case MD_BLOCK_H:
        next_.kind = Passage::Kind::heading;
        next_.level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        next_.kind = Passage::Kind::code;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        next_.kind = Passage::Kind::cell;
        break;
      case MD_BLOCK_HTML:
        in_html_ = true;
        break;
      default:
        break;
    }
    return spend();
  }

  int leave_block(MD_BLOCKTYPE type) {
    finish_passage();
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        lists_.pop_back();
        break;
      case MD_BLOCK_QUOTE:
        quotes_.pop_back();
        break;
      case MD_BLOCK_TABLE:
        next_.table = 0;
        break;
      case MD_BLOCK_TR:
        ++next_.row;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        ++next_.column;
        break;
      default:
        break;
    }
    next_.kind = Passage::Kind::paragraph;
    next_.level = 0;
    in_html_ = false;
    return spend();
  }

  int enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
      links_.push_back(block_.inlines.size());
      add(Inline::Kind::link_begin, {last_end_, last_end_});
    } else if (type == MD_SPAN_STRONG) {
      add(Inline::Kind::strong_begin, {last_end_, last_end_});
    }
    return spend();
  }

  int leave_span(MD_SPANTYPE type) {
    if ((type == MD_SPAN_A || type == MD_SPAN_IMG) && !links_.empty()) {
      // Which of the document's links it is shows only now, by where its label stands.
      const std::size_t begin = links_.back();
      links_.pop_back();
      const std::int32_t link =
          begin + 1 < block_.inlines.size() ? link_with_label_at(block_.inlines[begin + 1].span.begin) : -1;
      for (std::size_t at = begin; at < block_.inlines.size(); ++at) {
        block_.inlines[at].link = link;
      }
      add(Inline::Kind::link_end, {last_end_, last_end_}, link);
    } else if (type == MD_SPAN_STRONG) {
      add(Inline::Kind::strong_end, {last_end_, last_end_});
    }
    return spend();
  }

  [[nodiscard]] std::int32_t link_with_label_at(std::uint32_t offset) const {
    const std::vector<Link>& links = document_.links;
    auto after = std::upper_bound(links.begin(), links.end(), offset,
                                  [](std::uint32_t value, const Link& link) { return value < link.whole.begin; });
    while (after != links.begin()) {
      --after;
      if (after->label.begin <= offset && offset < after->label.end) {
        return static_cast<std::int32_t>(after - links.begin());
      }
      if (after->whole.end <= offset) {
        break;
      }
    }
    return -1;
  }

  int add_text(MD_TEXTTYPE type, std::string_view piece) {
    if (in_html_) {
      return spend();
    }
    const bool is_here = piece.data() >= text_.data() && piece.data() + piece.size() <= text_.data() + text_.size();
    if (!is_here) {
      // md4c makes up line breaks, and the blanks that a tab in indented code leaves.
      add(Inline::Kind::line_break, {last_end_, last_end_});
      return spend();
    }
    const auto begin = offset_ + static_cast<std::uint32_t>(piece.data() - text_.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(piece.size())};
    last_end_ = span.end;
    switch (type) {
      case MD_TEXT_CODE:
        // The text of a code block is no code within a text.
        add(next_.kind == Passage::Kind::code ? Inline::Kind::text : Inline::Kind::code, span);
        break;
      case MD_TEXT_ENTITY:
        add(Inline::Kind::entity, span);
        break;
      case MD_TEXT_HTML:
        add(Inline::Kind::html, span);
        break;
      default:
        add(Inline::Kind::text, span);
        break;
    }
    return spend();
  }

  void add(Inline::Kind kind, Span span, std::int32_t link = -1) { block_.inlines.push_back({kind, span, link}); }

  /// Lists put text next to blocks without a paragraph around it, so any block's border ends the text before it.
  void finish_passage() {
    links_.clear();
    const auto has_text = [](const Inline& piece) { return !piece.span.empty(); };
    const auto first = std::find_if(block_.inlines.begin(), block_.inlines.end(), has_text);
    if (first != block_.inlines.end()) {
      const auto last = std::find_if(block_.inlines.rbegin(), block_.inlines.rend(), has_text);
      next_.span = {first->span.begin, last->span.end};
      next_.list_depth = static_cast<std::uint16_t>(lists_.size());
      next_.list = lists_.empty() ? 0 : lists_.back().number;
      next_.item = lists_.empty() ? 0 : lists_.back().item;
      next_.quote_depth = static_cast<std::uint16_t>(quotes_.size());
      next_.quote = quotes_.empty() ? 0 : quotes_.back();
      const bool is_code = next_.kind == Passage::Kind::code;
      next_.text = FlatText(block_, text_, offset_, is_code ? FlatText::Lines::kept : FlatText::Lines::joined);
      passages_.push_back(next_);
    }
    block_.inlines.clear();
  }

  const Document& document_;
  std::string_view text_;
  std::uint32_t offset_;
  std::uint32_t last_end_;
  ParseBudget budget_;
  std::vector<Passage> passages_;
  /// What is known of the passage to come.
  Passage next_;
  Block block_;
  std::vector<List> lists_;
  std::vector<std::uint32_t> quotes_;
  /// Where open links begin among the block's inlines.
  std::vector<std::size_t> links_;
  std::uint32_t numbers_ = 0;
  bool in_html_ = false;
};

}  // namespace

std::vector<Passage> read_passages(const Document& document) {
  if (document.too_complex) {
    return {};
  }
  std::string text = mask_shortcodes(document.source->text, document.shortcodes);
  mask_footnotes(text, find_footnotes(document.source->text, document.body.begin));
  return PassageReader(document, std::string_view(text).substr(document.body.begin), document.body.begin).read();
}

std::vector<Passage> read_passages(const Document& document, Span part) {
  if (document.too_complex) {
    return {};
  }
  std::string text(document.source->slice(part));
  const std::vector<ShortcodeTag>& tags = document.shortcodes;
  auto tag = std::lower_bound(tags.begin(), tags.end(), part.begin,
                              [](const ShortcodeTag& one, std::uint32_t value) { return one.span.end <= value; });
  for (; tag != tags.end() && tag->span.begin < part.end; ++tag) {
    blank(text, std::max(tag->span.begin, part.begin) - part.begin, std::min(tag->span.end, part.end) - part.begin);
  }
  return PassageReader(document, text, part.begin).read();
}

}  // namespace macrolint
