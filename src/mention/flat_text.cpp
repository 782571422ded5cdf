#include "mention/flat_text.h"

#include <algorithm>
#include <iterator>

#include "html/entities.h"

namespace macrolint {

FlatText::FlatText(const Block& block, std::string_view text, std::uint32_t offset, Lines lines) {
  std::vector<Part> open;
  std::int32_t link = -1;
  const auto close = [&](Part::Kind kind) {
    if (!open.empty() && open.back().kind == kind) {
      Part part = open.back();
      open.pop_back();
      part.end = text_.size();
      parts_.push_back(part);
    }
  };
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
        parts_.push_back({Part::Kind::code, text_.size(), text_.size() + written.size(), link});
        append(written, piece.span);
        break;
      case Inline::Kind::line_break:
        append("\n", piece.span);
        break;
      case Inline::Kind::html:
        append(" ", piece.span);
        break;
      case Inline::Kind::link_begin:
        link = piece.link;
        open.push_back({Part::Kind::label, text_.size(), 0, link});
        break;
      case Inline::Kind::link_end:
        close(Part::Kind::label);
        link = -1;
        break;
      case Inline::Kind::strong_begin:
        open.push_back({Part::Kind::strong, text_.size(), 0, link});
        break;
      case Inline::Kind::strong_end:
        close(Part::Kind::strong);
        break;
    }
  }
  if (lines == Lines::joined) {
    std::replace(text_.begin(), text_.end(), '\n', ' ');
  }
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

Span FlatText::source_span(std::size_t begin, std::size_t end) const {
  const auto locate = [this](std::size_t at) {
    auto after = std::upper_bound(segments_.begin(), segments_.end(), at,
                                  [](std::size_t value, const Segment& segment) { return value < segment.flat; });
    const Segment& segment = *std::prev(after);
    const auto inside = static_cast<std::uint32_t>(at - segment.flat);
    return segment.source.begin + std::min(inside, segment.source.size());
  };
  if (segments_.empty()) {
    return {};
  }
  const std::uint32_t first = locate(begin);
  return {first, std::max(first, end > begin ? locate(end - 1) + 1 : first)};
}

}  // namespace macrolint
