#include "markdown/markdown_reader.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "document/block.h"
#include "inbox/addresses.h"
#include "markdown/anchor_finder.h"
#include "markdown/autolink.h"
#include "markdown/failed_links.h"
#include "markdown/html_pieces.h"
#include "markdown/link_place.h"
#include "markdown/open_link.h"
#include "markdown/parse_budget.h"
#include "markdown/parser_text.h"
#include "markdown/undefined_references.h"
#include "mention/mentions.h"
#include "source/characters.h"
#include "source/next_byte.h"

namespace macrolint {

namespace {

AnchorFinder::BlockKind kind_of(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_HR:
      return AnchorFinder::BlockKind::rule;
    case MD_BLOCK_P:
      return AnchorFinder::BlockKind::paragraph;
    case MD_BLOCK_TD:
      return AnchorFinder::BlockKind::cell;
    default:
      return AnchorFinder::BlockKind::other;
  }
}

/// Receives md4c's callbacks and turns its pointers into offsets. md4c passes on pieces of its input wherever the
/// text stands there as it is meant, which is what makes places exact without searching.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t offset, const RareMarks& marks, const MacroClues& clues,
         Document& document)
      : text_(text),
        changed_(text_for_parser(text, marks)),
        parsed_(changed_.has_value() ? *changed_ : text),
        offset_(offset),
        clues_(clues),
        marks_(marks),
        places_(clues.find(text, marks)),
        seek_mentions_(!places_.places.empty()),
        at_sign_(text, '@'),
        closing_bracket_(text, ']'),
        document_(document),
        budget_(text.size()),
        references_(text, offset, marks),
        anchors_(text, offset),
        last_end_(offset) {}

  void read() {
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    if (!marks_.pipe) {
      // Without one there is no table, and the parser need not ask of every line whether it begins one.
      parser.flags &= ~static_cast<unsigned>(MD_FLAG_TABLES);
    }
    if (document_.syntax == Document::Syntax::macro_text) {
      // The text of a YAML block scalar is indented as a whole.
      parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
    }
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
      return static_cast<Reader*>(reader)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) {
      return static_cast<Reader*>(reader)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* reader) {
      return static_cast<Reader*>(reader)->enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
      return static_cast<Reader*>(reader)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* reader) {
      return static_cast<Reader*>(reader)->add_text(type, {begin, size});
    };
    if (has_endless_block(text_)) {
      document_.too_complex = true;
      return;
    }
    const int result = md_parse(parsed_.data(), static_cast<MD_SIZE>(parsed_.size()), &parser, this);
    document_.too_complex = document_.too_complex || result != 0;
    gather_urls(document_);
  }

 private:
  [[nodiscard]] int spend(std::uint64_t cost = 1) { return budget_.spend(cost) ? 0 : 1; }

  [[nodiscard]] std::optional<Span> place(std::string_view piece) const {
    if (piece.data() < parsed_.data() || piece.data() + piece.size() > parsed_.data() + parsed_.size()) {
      return std::nullopt;
    }
    const auto begin = offset_ + static_cast<std::uint32_t>(piece.data() - parsed_.data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    finish_block();
    anchors_.begin_block(kind_of(type));
    switch (type) {
      case MD_BLOCK_UL:
        anchors_.begin_list(static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0);
        break;
      case MD_BLOCK_OL:
        anchors_.begin_list(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->is_tight != 0);
        break;
      case MD_BLOCK_CODE: {
        const MD_ATTRIBUTE& language = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang;
        code_ = true;
        const std::string_view name(language.text, language.size);
        block_.kind = name == "mermaid" ? Block::Kind::diagram : Block::Kind::text;
        break;
      }
      case MD_BLOCK_HTML:
        in_html_block_ = true;
        break;
      case MD_BLOCK_H:
        anchors_.begin_heading(last_end_);
        break;
      case MD_BLOCK_TABLE:
        macro_columns_.clear();
        break;
      case MD_BLOCK_TR:
        column_ = 0;
        break;
      case MD_BLOCK_TD:
        block_.under_macro_header = column_ < macro_columns_.size() && macro_columns_[column_];
        break;
      default:
        break;
    }
    return spend();
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH) {
      macro_columns_.push_back(seek_mentions_ && has_macro_word(block_, text_, offset_, clues_));
    }
    finish_block();
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      ++column_;
    }
    if (type == MD_BLOCK_H) {
      anchors_.end_heading(last_end_, document_.anchors);
    }
    if (type == MD_BLOCK_HTML) {
      in_html_block_ = false;
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
      anchors_.end_list();
    }
    return spend();
  }

  /// Lists put text next to blocks without a paragraph around it, so any block's border ends the text before it.
  void finish_block() {
    finish_html();
    while (!links_.empty()) {
      // md4c does not say that a link ends which it let run out of a table's cell.
      close_link();
    }
    if (!block_.inlines.empty()) {
      find_mentions(block_, text_, offset_, clues_, places_, document_);
      block_.inlines.clear();
    }
    references_.end_block();
    block_.kind = Block::Kind::text;
    block_.under_macro_header = false;
    anchors_.end_block();
    code_ = false;
  }

  /// A tag may go on over lines, which come one by one.
  void finish_html() {
    if (!html_.empty()) {
      const std::size_t first = document_.links.size();
      html_.find_links(text_, offset_, document_);
      mark_html_links(first);
    }
  }

  /// Notes which pieces of HTML, the last ones of the block, begin the links from `first` on.
  void mark_html_links(std::size_t first) {
    std::size_t next = document_.links.size();
    for (auto piece = block_.inlines.rbegin(); piece != block_.inlines.rend() && next > first; ++piece) {
      while (next > first && document_.links[next - 1].whole.begin > piece->span.begin) {
        --next;
      }
      const bool begins_link = next > first && piece->kind == Inline::Kind::html &&
                               document_.links[next - 1].whole.begin == piece->span.begin;
      if (begins_link && starts_with_ignoring_case(document_.source->slice(piece->span), "<a")) {
        piece->link = static_cast<std::int32_t>(next - 1);
      }
    }
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    finish_html();
    if (!links_.empty()) {
      links_.back().may_be_autolink = false;
    }
    if (type == MD_SPAN_A) {
      const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
      return open_link(link->href, link->title, false);
    }
    if (type == MD_SPAN_IMG) {
      const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      return open_link(image->src, image->title, true);
    }
    if (type == MD_SPAN_STRONG) {
      add_inline(Inline::Kind::strong_begin, {last_end_, last_end_});
    }
    return spend();
  }

  int leave_span(MD_SPANTYPE type) {
    finish_html();
    if ((type == MD_SPAN_A || type == MD_SPAN_IMG) && !links_.empty()) {
      close_link();
    } else if (type == MD_SPAN_STRONG) {
      add_inline(Inline::Kind::strong_end, {last_end_, last_end_});
    }
    return spend();
  }

  int open_link(const MD_ATTRIBUTE& destination, const MD_ATTRIBUTE& title, bool image) {
    if (spend(1 + cost_of(destination) + cost_of(title)) != 0) {
      return 1;
    }
    OpenLink open;
    open.index = static_cast<std::int32_t>(document_.links.size());
    open.image = image;
    open.before = last_end_;
    Link link;
    link.kind = image ? Link::Kind::image : Link::Kind::inline_link;
    const bool verbatim = destination.size == 0 || (destination.substr_types[0] == MD_TEXT_NORMAL &&
                                                    destination.substr_offsets[1] == destination.size);
    const std::string_view written(destination.text, destination.size);
    open.destination = place(written);
    if (verbatim && open.destination.has_value() && document_.source->slice(*open.destination) == written) {
      link.url = document_.source->slice(*open.destination);
    } else {
      link.url = document_.decoded.emplace_back(text_of(destination));
    }
    document_.links.push_back(link);
    add_inline(Inline::Kind::link_begin, {last_end_, last_end_}, open.index);
    links_.push_back(open);
    return 0;
  }

  void close_link() {
    const OpenLink open = links_.back();
    links_.pop_back();
    Link& link = document_.links[static_cast<std::size_t>(open.index)];
    const Span inner = open.inner.value_or(Span{open.before, open.before});
    const bool in_link = !links_.empty() && !links_.back().image && !open.image;
    if (in_link && (inner.begin == offset_ || text_[inner.begin - offset_ - 1] != '<')) {
      // An address in the label of a link is text there; without `<…>`, only md4c takes it for a link in the link.
      links_.back().widen(inner);
      forget_link(open.index, document_, block_);
      return;
    }
    if (is_autolink(text_, offset_, open, link)) {
      make_autolink(*document_.source, inner, link);
    } else {
      place_link(text_, offset_, inner, open.image, open.destination, link);
      if (link.url.starts_with("mailto:") && link.kind != Link::Kind::reference) {
        add_addresses(link.destination);
      }
    }
    last_end_ = std::max(last_end_, link.whole.end);
    add_inline(Inline::Kind::link_end, {last_end_, last_end_}, open.index);
    if (open.image) {
      forget_links_behind(open.index, document_, block_);
    }
    if (!links_.empty()) {
      // The marks around `<…>` are part of the label that it stands in.
      const std::uint32_t mark = is_in_angle_brackets(text_, offset_, link.whole) ? 1 : 0;
      links_.back().widen({link.whole.begin - mark, link.whole.end + mark});
    }
  }

  void add_addresses(Span span) {
    const Span piece{span.begin - offset_, span.end - offset_};
    if (marks_.at_sign && at_sign_.is_between(piece.begin, piece.end)) {
      find_addresses(text_, piece, offset_, document_.addresses);
    }
  }

  int add_text(MD_TEXTTYPE type, std::string_view piece) {
    const std::optional<Span> span = place(piece);
    if (type != MD_TEXT_HTML) {
      finish_html();
    } else if (span.has_value()) {
      html_.add(*span);
    }
    if (!span.has_value()) {
      if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        add_inline(Inline::Kind::line_break, {last_end_, last_end_});
      }
      return spend();
    }
    if (in_html_block_) {
      return spend();
    }
    if (code_) {
      if (block_.kind == Block::Kind::diagram) {
        add_inline(Inline::Kind::code, *span);
      }
      return spend();
    }
    if (!links_.empty()) {
      OpenLink& link = links_.back();
      link.may_be_autolink = link.may_be_autolink && !link.inner.has_value() && type == MD_TEXT_NORMAL;
      link.widen(*span);
    }
    last_end_ = span->end;
    add_inline_text(type, *span);
    return spend();
  }

  void add_inline_text(MD_TEXTTYPE type, Span span) {
    switch (type) {
      case MD_TEXT_HTML:
        add_inline(Inline::Kind::html, span);
        break;
      case MD_TEXT_CODE:
        add_addresses(span);
        add_inline(Inline::Kind::code, span);
        break;
      case MD_TEXT_ENTITY:
        add_inline(Inline::Kind::entity, span);
        break;
      case MD_TEXT_NORMAL:
        add_addresses(span);
        if (closing_bracket_.is_between(span.begin - offset_, span.end - offset_)) {
          find_failed_links(text_, offset_, span, document_);
        }
        anchors_.add_text(span, document_.anchors);
        references_.add_text(span, !links_.empty(), document_);
        add_inline(Inline::Kind::text, span);
        break;
      default:
        break;
    }
  }

  void add_inline(Inline::Kind kind, Span span, std::int32_t link = -1) {
    if (seek_mentions_) {
      block_.inlines.push_back({kind, span, link});
    }
  }

  std::string_view text_;
  std::optional<std::string> changed_;
  std::string_view parsed_;
  std::uint32_t offset_;
  const MacroClues& clues_;
  const RareMarks& marks_;
  CluePlaces places_;
  bool seek_mentions_;
  NextByte at_sign_;
  NextByte closing_bracket_;
  Document& document_;
  ParseBudget budget_;
  UndefinedReferenceFinder references_;
  AnchorFinder anchors_;

  Block block_;
  std::vector<OpenLink> links_;
  std::vector<bool> macro_columns_;
  std::size_t column_ = 0;
  bool code_ = false;
  bool in_html_block_ = false;
  HtmlPieces html_;
  std::uint32_t last_end_;
};

}  // namespace

void read_markdown(std::string_view text, std::uint32_t offset, const RareMarks& marks, const MacroClues& clues,
                   Document& document) {
  Reader(text, offset, marks, clues, document).read();
}

}  // namespace macrolint
