#include "mention/flat_text.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "html/entities.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// A code span over several lines comes line by line; between two spans there are the marks of both.
bool continues_code(const Inline& before, const Inline& piece, std::string_view text, std::uint32_t offset) {
  if (before.span.end > piece.span.begin) {
    return false;
  }
  const std::string_view between = text.substr(before.span.end - offset, piece.span.begin - before.span.end);
  return between.find('`') == std::string_view::npos;
}

/// What the text in an HTML element is set apart as.
std::optional<FlatText::Part::Kind> kind_of_element(std::string_view tag) {
  std::size_t begin = tag.starts_with("</") ? 2 : 1;
  begin = std::min(begin, tag.size());
  std::size_t end = begin;
  while (end < tag.size() && is_ascii_word_byte(tag[end])) {
    ++end;
  }
  const std::string name = lower_case(tag.substr(begin, end - begin));
  if (name == "a") {
    return FlatText::Part::Kind::label;
  }
  if (name == "code") {
    return FlatText::Part::Kind::code;
  }
  if (name == "b" || name == "strong") {
    return FlatText::Part::Kind::strong;
  }
  return std::nullopt;
}

/// Writes line breaks and the spaces of other scripts and of typesetting as plain spaces, as many as they have bytes.
void make_spaces_plain(std::string& text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  for (const std::string_view space : {"\u00A0", "\u2007", "\u202F", "\u3000"}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
      text.replace(at, space.size(), space.size(), ' ');
    }
  }
}

}  // namespace

/// Parts that are open, the innermost last. Those of Markdown are well nested; those of HTML may be anything, so that
/// they are left out where Markdown's end first.
class FlatText::OpenParts {
 public:
  void open(Part part, bool is_html) { open_.push_back({part, is_html}); }

  /// The part that ends here, if it is one of that kind.
  std::optional<Part> close(Part::Kind kind, bool is_html) {
    while (!is_html && !open_.empty() && open_.back().is_html) {
      open_.pop_back();
    }
    if (open_.empty() || open_.back().part.kind != kind || open_.back().is_html != is_html) {
      return std::nullopt;
    }
    const Part part = open_.back().part;
    open_.pop_back();
    return part;
  }

 private:
  struct Open {
    Part part;
    bool is_html = false;
  };
  std::vector<Open> open_;
};

FlatText::FlatText(const Block& block, std::string_view text, std::uint32_t offset, Lines lines) {
  OpenParts open;
  const Inline* code_before = nullptr;
  for (const Inline& piece : block.inlines) {
    const std::string_view written = text.substr(piece.span.begin - offset, piece.span.size());
    switch (piece.kind) {
      case Inline::Kind::text:
        append(written, piece.span);
        break;
      case Inline::Kind::entity:
        append(decode_entities(written), piece.span);
        break;
      case Inline::Kind::code:
        append_code(written, piece.span, code_before != nullptr && continues_code(*code_before, piece, text, offset));
        break;
      case Inline::Kind::line_break:
        append("\n", piece.span);
        break;
      case Inline::Kind::html:
        append_html(written, piece, open);
        break;
      case Inline::Kind::link_begin:
        begin_part(Part::Kind::label, piece.link, false, open);
        break;
      case Inline::Kind::link_end:
        end_part(Part::Kind::label, false, open);
        break;
      case Inline::Kind::strong_begin:
        begin_part(Part::Kind::strong, link_, false, open);
        break;
      case Inline::Kind::strong_end:
        end_part(Part::Kind::strong, false, open);
        break;
    }
    if (piece.kind != Inline::Kind::line_break) {
      code_before = piece.kind == Inline::Kind::code ? &piece : nullptr;
    }
  }
  if (lines == Lines::joined) {
    make_spaces_plain(text_);
  }
  sort_parts();
}

void FlatText::begin_part(Part::Kind kind, std::int32_t link, bool is_html, OpenParts& open) {
  link_ = link;
  open.open({kind, text_.size(), 0, link}, is_html);
}

void FlatText::end_part(Part::Kind kind, bool is_html, OpenParts& open) {
  if (std::optional<Part> part = open.close(kind, is_html)) {
    part->end = text_.size();
    parts_.push_back(*part);
    link_ = kind == Part::Kind::label ? -1 : link_;
  }
}

void FlatText::append_html(std::string_view tag, const Inline& piece, OpenParts& open) {
  const std::optional<Part::Kind> kind = kind_of_element(tag);
  const bool closes = tag.starts_with("</");
  if (kind.has_value() && closes) {
    end_part(*kind, true, open);
  }
  append(" ", piece.span);
  const bool is_link = kind == Part::Kind::label;
  // Links do not nest.
  if (kind.has_value() && !closes && (!is_link || (piece.link >= 0 && link_ < 0))) {
    begin_part(*kind, is_link ? piece.link : link_, true, open);
  }
}

void FlatText::append_code(std::string_view written, Span span, bool continues) {
  if (continues) {
    if (parts_.back().end == text_.size()) {
      append("\n", {segments_.back().source.end, span.begin});
    }
    parts_.back().end = text_.size() + written.size();
  } else {
    parts_.push_back({Part::Kind::code, text_.size(), text_.size() + written.size(), link_});
  }
  append(written, span);
}

void FlatText::sort_parts() {
  // The outer before the inner where both begin at the same place.
  std::stable_sort(parts_.begin(), parts_.end(), [](const Part& left, const Part& right) {
    if (left.begin != right.begin || left.end != right.end) {
      return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    }
    return left.kind > right.kind;
  });
  std::copy_if(parts_.begin(), parts_.end(), std::back_inserter(labels_),
               [](const Part& part) { return part.kind == Part::Kind::label; });
}

void FlatText::append(std::string_view piece, Span source) {
  segments_.push_back({text_.size(), source});
  text_ += piece;
}

std::int32_t FlatText::link_at(std::size_t at) const {
  const auto after = std::upper_bound(labels_.begin(), labels_.end(), at,
                                      [](std::size_t value, const Part& label) { return value < label.begin; });
  if (after == labels_.begin()) {
    return -1;
  }
  const Part& label = *std::prev(after);
  return at < label.end ? label.link : -1;
}

std::size_t FlatText::position_of(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(segments_.begin(), segments_.end(), offset,
                       [](std::uint32_t value, const Segment& segment) { return value < segment.source.begin; });
  if (after == segments_.begin()) {
    return 0;
  }
  const Segment& segment = *std::prev(after);
  const std::size_t end = after == segments_.end() ? text_.size() : after->flat;
  return std::min(end, segment.flat + (offset - segment.source.begin));
}

Span FlatText::source_of_byte(std::size_t at) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), at,
                                      [](std::size_t value, const Segment& segment) { return value < segment.flat; });
  const Segment& segment = *std::prev(after);
  const std::size_t size = (after == segments_.end() ? text_.size() : after->flat) - segment.flat;
  if (size != segment.source.size()) {
    return segment.source;
  }
  const std::uint32_t begin = segment.source.begin + static_cast<std::uint32_t>(at - segment.flat);
  return {begin, begin + 1};
}

Span FlatText::source_span(std::size_t begin, std::size_t end) const {
  if (segments_.empty()) {
    return {};
  }
  const std::uint32_t first = source_of_byte(begin).begin;
  return {first, std::max(first, end > begin ? source_of_byte(end - 1).end : first)};
}

}  // namespace macrolint
