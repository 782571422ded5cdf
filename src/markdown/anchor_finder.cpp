#include "markdown/anchor_finder.h"

#include "markdown/heading_anchor.h"
#include "source/characters.h"

namespace macrolint {

void AnchorFinder::end_heading(std::uint32_t end_of_text, std::vector<Anchor>& anchors) const {
  Anchor anchor;
  anchor.span = {end_of_text, end_of_text};
  if (end_of_text != before_heading_) {
    anchor = heading_anchor(text_, end_of_text - offset_);
    anchor.span = {anchor.span.begin + offset_, anchor.span.end + offset_};
  }
  anchors.push_back(anchor);
}

/// `{#id}` on a line of its own, which Goldmark takes for the block above. Below a heading it says nothing, since
/// headings have ids already; nor in an item of a tight list, whose text is no block of its own.
void AnchorFinder::add_block_id(std::uint32_t begin, std::vector<Anchor>& anchors) const {
  if (begin == 0 || !is_space(text_[begin - 1])) {
    return;
  }
  const bool follows_block = has_text_ || (after_rule_ && follows_text(text_, begin));
  const bool in_tight_item = !tight_lists_.empty() && tight_lists_.back() && indentation_of(text_, begin) >= 2;
  if (follows_block && !in_tight_item) {
    if (const Span id = block_id(text_, begin); !id.empty()) {
      anchors.push_back({Anchor::Kind::element, {id.begin + offset_, id.end + offset_}, {}});
    }
  }
}

}  // namespace macrolint
