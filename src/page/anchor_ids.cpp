#include "page/anchor_ids.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "html/entities.h"
#include "source/characters.h"
#include "source/unicode.h"

namespace macrolint {

namespace {

constexpr std::size_t ascii_size = 0x80;

/// What becomes of each character of ASCII in an id; 0 for what is left out.
constexpr std::array<char, ascii_size> ascii_in_id = [] {
  std::array<char, ascii_size> kept{};
  for (std::size_t index = 0; index < ascii_size; ++index) {
    const auto byte = static_cast<char>(index);
    kept[index] = is_ascii_word_byte(byte) ? to_lower_ascii(byte) : byte == ' ' || byte == '-' ? '-' : '\0';
  }
  return kept;
}();

/// Appends what becomes of the ASCII that the text begins with; returns its size.
std::size_t append_ascii(std::string_view text, std::string& id) {
  std::size_t size = id.size();
  id.resize(size + text.size());
  std::size_t at = 0;
  for (; at < text.size() && !is_beyond_ascii(text[at]); ++at) {
    id[size] = ascii_in_id[static_cast<unsigned char>(text[at])];
    size += id[size] == '\0' ? 0U : 1U;
  }
  id.resize(size);
  return at;
}

using Tags = std::vector<ShortcodeTag>;

/// The first tag that ends behind an offset.
Tags::const_iterator first_tag(const Tags& tags, std::uint32_t offset) {
  return std::upper_bound(tags.begin(), tags.end(), offset,
                          [](std::uint32_t begin, const ShortcodeTag& one) { return begin < one.span.end; });
}

bool holds_shortcode(const Document& page, Span span) {
  const auto tag = first_tag(page.shortcodes, span.begin);
  return tag != page.shortcodes.end() && tag->span.begin < span.end;
}

/// False for a heading with a `{{< … >}}` tag: Hugo puts a placeholder of its own making into the id.
bool copy_without_shortcodes(const Document& page, Span span, std::string& text) {
  const Tags& tags = page.shortcodes;
  std::uint32_t at = span.begin;
  for (auto tag = first_tag(tags, at); tag != tags.end() && tag->span.begin < span.end; ++tag) {
    if (page.source->text[tag->span.begin + 2] == '<' && tag->form != ShortcodeTag::Form::comment) {
      return false;
    }
    text += page.source->slice({at, std::max(at, tag->span.begin)});
    at = tag->form == ShortcodeTag::Form::comment ? tag->span.begin : tag->span.end;
  }
  text += page.source->slice({std::min(at, span.end), span.end});
  return true;
}

void append_id_of_heading(const Document& page, Span span, std::string& ids) {
  const std::size_t begin = ids.size();
  if (holds_shortcode(page, span)) {
    std::string text;
    if (!copy_without_shortcodes(page, span, text)) {
      return;
    }
    append_heading_id(text, ids);
  } else {
    append_heading_id(page.source->slice(span), ids);
  }
  if (ids.size() == begin) {
    ids += "heading";
  }
}

void append_id_of_element(const Document& page, Span span, std::string& ids) {
  if (holds_shortcode(page, span)) {
    return;
  }
  const std::string_view text = page.source->slice(span);
  if (text.find('&') == std::string_view::npos) {
    ids += text;
  } else {
    ids += decode_entities(text);
  }
}

void append_id(const Document& page, const Anchor& anchor, std::string& ids) {
  switch (anchor.kind) {
    case Anchor::Kind::heading:
      append_id_of_heading(page, anchor.span, ids);
      break;
    case Anchor::Kind::given:
      ids += page.source->slice(anchor.span);
      break;
    case Anchor::Kind::element:
      append_id_of_element(page, anchor.span, ids);
      break;
  }
}

}  // namespace

void append_heading_id(std::string_view heading, std::string& id) {
  while (!heading.empty() && is_space(heading.front())) {
    heading.remove_prefix(1);
  }
  while (!heading.empty() && is_space(heading.back())) {
    heading.remove_suffix(1);
  }
  const std::size_t ascii = append_ascii(heading, id);
  for_each_character(heading.substr(ascii), [&](utf8proc_int32_t character) {
    if (character < static_cast<utf8proc_int32_t>(ascii_size)) {
      const auto byte = static_cast<char>(character);
      append_ascii({&byte, 1}, id);
    } else if (is_letter_or_digit(character)) {
      append_lower(id, character);
    }
  });
}

void set_anchor_ids(Document& page) {
  if (page.anchors.empty()) {
    return;
  }
  std::string& ids = page.decoded.emplace_back();
  std::vector<std::size_t> ends;
  ends.reserve(page.anchors.size());
  for (const Anchor& anchor : page.anchors) {
    append_id(page, anchor, ids);
    ends.push_back(ids.size());
  }
  std::size_t begin = 0;
  for (std::size_t index = 0; index < ends.size(); ++index) {
    page.anchors[index].id = std::string_view(ids).substr(begin, ends[index] - begin);
    begin = ends[index];
  }
}

}  // namespace macrolint
