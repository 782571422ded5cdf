#include "report/wording_blocks.h"

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "document/document.h"
#include "drift/quote/wording.h"
#include "html/html_elements.h"
#include "html/parsed_html.h"
#include "passage/passage.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Kind = WordingBlock::Kind;

/// What is shown of a text that could not be taken apart.
constexpr std::size_t longest_beginning = 4000;

std::string folded(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (!is_space(byte)) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (line.ends_with(' ')) {
    line.pop_back();
  }
  return line;
}

/// The kind of block that an element of HTML begins; nothing for those that stand within a line.
std::optional<Kind> kind_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return Kind::heading;
    case GUMBO_TAG_LI:
      return Kind::item;
    case GUMBO_TAG_BLOCKQUOTE:
      return Kind::quote;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Kind::cell;
    case GUMBO_TAG_PRE:
      return Kind::code;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_BR:
      return Kind::paragraph;
    default:
      return std::nullopt;
  }
}

/// Gathers text between the borders of blocks.
class BlockWriter {
 public:
  explicit BlockWriter(std::vector<WordingBlock>& blocks) : blocks_(&blocks) {}

  void add_text(std::string_view text) { text_ += text; }
  void finish(Kind kind) {
    std::string text = kind == Kind::code ? text_ : folded(text_);
    if (text.find_first_not_of(" \t\r\n") != std::string::npos) {
      blocks_->push_back({kind, std::move(text)});
    }
    text_.clear();
  }

 private:
  std::vector<WordingBlock>* blocks_;
  std::string text_;
};

/// A node that is to be visited, or whose end is; `kind` is that of the block around it.
struct Visit {
  const GumboNode* node = nullptr;
  Kind kind = Kind::paragraph;
  bool is_end = false;
};

void visit_element(const Visit& visit, BlockWriter& writer, std::vector<Visit>& open) {
  const GumboElement& element = visit.node->v.element;
  const std::optional<Kind> begins = kind_of(element.tag);
  const Kind inner = begins.value_or(visit.kind) == Kind::paragraph ? visit.kind : begins.value_or(visit.kind);
  if (begins.has_value()) {
    writer.finish(visit.is_end ? inner : visit.kind);
  }
  if (visit.is_end) {
    return;
  }
  open.push_back({visit.node, visit.kind, true});
  for (unsigned int child = element.children.length; child > 0; --child) {
    open.push_back({static_cast<const GumboNode*>(element.children.data[child - 1]), inner, false});
  }
}

void add_html(std::string_view html, std::vector<WordingBlock>& blocks) {
  const ParsedHtml parsed(html);
  if (parsed.nodes().empty()) {
    return;
  }
  BlockWriter writer(blocks);
  std::vector<Visit> open = {{parsed.nodes().front(), Kind::paragraph, false}};
  while (!open.empty()) {
    const Visit visit = open.back();
    open.pop_back();
    switch (visit.node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        writer.add_text(visit.node->v.text.text);
        break;
      case GUMBO_NODE_ELEMENT:
        if (!holds_raw_text(visit.node->v.element.tag)) {
          visit_element(visit, writer, open);
        }
        break;
      default:
        break;
    }
  }
  writer.finish(Kind::paragraph);
}

Kind kind_of(const Passage& passage) {
  switch (passage.kind) {
    case Passage::Kind::heading:
      return Kind::heading;
    case Passage::Kind::cell:
      return Kind::cell;
    case Passage::Kind::code:
      return Kind::code;
    case Passage::Kind::paragraph:
      break;
  }
  return passage.list_depth > 0 ? Kind::item : passage.quote_depth > 0 ? Kind::quote : Kind::paragraph;
}

/// Blocks of HTML have no passages: they are in what lies between two of them, from a tag on.
void add_between(std::string_view text, std::vector<WordingBlock>& blocks) {
  const std::size_t tag = text.find('<');
  // A lone bracket is one of an address in brackets, whose inside is the passage.
  if (tag != std::string_view::npos && text.find('>', tag) != std::string_view::npos) {
    add_html(text.substr(tag), blocks);
  }
}

void add_markdown(std::string_view text, std::vector<WordingBlock>& blocks) {
  const Source source{{}, Text(text)};
  Document document;
  document.source = &source;
  document.syntax = Document::Syntax::macro_text;
  document.body = {0, static_cast<std::uint32_t>(text.size())};
  std::size_t end_before = 0;
  for (const Passage& passage : read_passages(document)) {
    add_between(text.substr(end_before, std::max<std::size_t>(passage.span.begin, end_before) - end_before), blocks);
    blocks.push_back({kind_of(passage), std::string(passage.text.text())});
    end_before = std::max<std::size_t>(end_before, passage.span.end);
  }
  add_between(text.substr(end_before), blocks);
}

/// Plain text: what an empty line ends is a paragraph.
void add_plain(std::string_view text, std::vector<WordingBlock>& blocks) {
  BlockWriter writer(blocks);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (folded(line).empty()) {
      writer.finish(Kind::paragraph);
    }
    writer.add_text(line);
    writer.add_text(" ");
  }
  writer.finish(Kind::paragraph);
}

}  // namespace

std::string_view name_of(WordingBlock::Kind kind) {
  switch (kind) {
    case Kind::paragraph:
      return "paragraph";
    case Kind::heading:
      return "heading";
    case Kind::item:
      return "item";
    case Kind::quote:
      return "quote";
    case Kind::cell:
      return "cell";
    case Kind::code:
      return "code";
  }
  return "paragraph";
}

std::vector<WordingBlock> wording_blocks(const TextView& view) {
  std::vector<WordingBlock> blocks;
  if (view.text.size() <= longest_wording) {
    switch (view.format) {
      case MacroText::Format::html:
        add_html(view.text, blocks);
        break;
      case MacroText::Format::markdown:
        add_markdown(view.text, blocks);
        break;
      case MacroText::Format::text:
        add_plain(view.text, blocks);
    }
  }
  if (blocks.empty() && view.text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    blocks.push_back({Kind::code, std::string(view.text.substr(0, longest_beginning))});
  }
  return blocks;
}

}  // namespace macrolint
