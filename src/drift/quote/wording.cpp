#include "drift/quote/wording.h"

#include <gumbo.h>

#include <algorithm>
#include <string>

#include "document/document.h"
#include "html/html_elements.h"
#include "html/parsed_html.h"
#include "passage/passage.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// People write `<name>` for what is to be filled in. Markdown takes that for a tag and drops it, `[name]` it keeps.
std::string with_square_stand_ins(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string result(text);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t size = text.substr(at, longest).find('>');
    if (size == std::string_view::npos) {
      continue;
    }
    const std::string_view inside = text.substr(at + 1, size - 1);
    const bool is_name = !inside.empty() && is_letter(inside.front()) &&
                         inside.find_first_of("<:@=\"/\n") == std::string_view::npos &&
                         !is_html_element(name_of_tag(text.substr(at, size + 1)));
    if (is_name) {
      result[at] = '[';
      result[at + size] = ']';
    }
  }
  return result;
}

/// Gathers the text between the borders of blocks, whose pieces come from several places.
class HtmlBlocks {
 public:
  HtmlBlocks(std::string_view html, std::uint32_t offset, WordReader& words)
      : html_(html), offset_(offset), words_(&words) {}

  void add_text(const GumboText& text) {
    const auto begin = static_cast<std::uint32_t>(text.original_text.data - html_.data());
    const auto size = static_cast<std::uint32_t>(text.original_text.length);
    pieces_.push_back({text_.size(), {offset_ + begin, offset_ + begin + size}});
    text_ += text.text;
  }

  void finish_block() {
    if (!text_.empty()) {
      words_->add_block(text_, [this](std::size_t begin, std::size_t end) {
        return Span{locate(begin), std::max(locate(begin), locate(end - 1) + 1)};
      });
    }
    text_.clear();
    pieces_.clear();
  }

 private:
  struct Piece {
    std::size_t at = 0;
    Span source;
  };

  [[nodiscard]] std::uint32_t locate(std::size_t at) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                        [](std::size_t value, const Piece& piece) { return value < piece.at; });
    const Piece& piece = *std::prev(after);
    return std::min(piece.source.begin + static_cast<std::uint32_t>(at - piece.at), piece.source.end);
  }

  std::string_view html_;
  std::uint32_t offset_;
  WordReader* words_;
  std::string text_;
  std::vector<Piece> pieces_;
};

bool is_within_line(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_U:
      return true;
    default:
      return false;
  }
}

/// A node that is to be visited, or whose end is.
struct Visit {
  const GumboNode* node = nullptr;
  bool is_end = false;
};

void read_nodes(const GumboNode* root, HtmlBlocks& blocks) {
  std::vector<Visit> open = {{root, false}};
  while (!open.empty()) {
    const auto [node, is_end] = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      blocks.add_text(node->v.text);
    } else if (node->type == GUMBO_NODE_ELEMENT && !holds_raw_text(node->v.element.tag)) {
      if (!is_within_line(node->v.element.tag)) {
        blocks.finish_block();
      }
      if (!is_end) {
        const GumboVector& children = node->v.element.children;
        open.push_back({node, true});
        for (unsigned int child = children.length; child > 0; --child) {
          open.push_back({static_cast<const GumboNode*>(children.data[child - 1]), false});
        }
      }
    }
  }
  blocks.finish_block();
}

void read_html(std::string_view text, std::uint32_t offset, WordReader& words) {
  const ParsedHtml parsed(text);
  if (!parsed.nodes().empty()) {
    HtmlBlocks blocks(parsed.html(), offset, words);
    read_nodes(parsed.nodes().front(), blocks);
  }
}

/// Blocks of HTML have no passages: they are in what lies between two of them, from a line on that begins with a tag.
void read_html_between(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t offset,
                       WordReader& words) {
  for (std::size_t line = begin; line < end;) {
    const std::size_t first = std::min(skip_spaces(text, line), end);
    const bool at_line_start = line == 0 || text[line - 1] == '\n';
    if (at_line_start && first < end && text[first] == '<') {
      read_html(text.substr(first, end - first), offset + static_cast<std::uint32_t>(first), words);
      return;
    }
    line = std::min(text.find('\n', line), end - 1) + 1;
  }
}

/// Where a passage begins with the marks before it: those of fenced code stand on a line of their own.
std::size_t begin_with_marks(std::string_view text, const Passage& passage) {
  const std::size_t begin = passage.span.begin;
  if (passage.kind != Passage::Kind::code || begin == 0 || text[begin - 1] != '\n') {
    return begin;
  }
  const std::size_t line = begin < 2 ? 0 : text.rfind('\n', begin - 2) + 1;
  const std::string_view marks = text.substr(skip_spaces(text, line));
  return marks.starts_with("```") || marks.starts_with("~~~") ? line : begin;
}

}  // namespace

std::vector<Word> words_of_markdown(std::string_view text, std::uint32_t offset) {
  WordReader words;
  if (text.size() > longest_wording) {
    return {};
  }
  const Source source{{}, Text(with_square_stand_ins(text))};
  Document document;
  document.source = &source;
  document.syntax = Document::Syntax::macro_text;
  document.body = {0, static_cast<std::uint32_t>(text.size())};
  std::size_t end_before = 0;
  for (const Passage& passage : read_passages(document)) {
    read_html_between(text, end_before, begin_with_marks(text, passage), offset, words);
    words.add_block(passage.text.text(), [&](std::size_t begin, std::size_t end) {
      const Span span = passage.text.source_span(begin, end);
      return Span{offset + span.begin, offset + span.end};
    });
    end_before = passage.span.end;
  }
  read_html_between(text, end_before, text.size(), offset, words);
  return words.take();
}

std::vector<Word> words_of_html(std::string_view text, std::uint32_t offset) {
  WordReader words;
  if (text.size() <= longest_wording) {
    read_html(text, offset, words);
  }
  return words.take();
}

std::vector<Word> words_of(const TextView& view) {
  return view.format == MacroText::Format::html ? words_of_html(view.text, view.offset)
                                                : words_of_markdown(view.text, view.offset);
}

bool looks_like_html(std::string_view text) {
  return contains_ignoring_case(text, "</") || contains_ignoring_case(text, "<br") ||
         contains_ignoring_case(text, "<p>");
}

}  // namespace macrolint
