#include <vector>

#include "liquid/liquid.h"
#include "liquid/liquid_words.h"
#include "source/blank.h"

namespace macrolint {

std::string blank_liquid(std::string_view text) {
  std::string copy(text);
  struct Open {
    std::string name;
    std::size_t branches = 0;
  };
  std::vector<Open> open;
  std::size_t skipped_depth = 0;
  std::size_t skip_from = 0;
  for (const LiquidPiece& piece : scan_liquid(text, 0).pieces) {
    blank(copy, piece.span.begin, piece.span.end);
    const LiquidTagKind* kind = find_liquid_tag(piece.tag);
    if (kind == nullptr) {
      continue;
    }
    if (kind->role == LiquidTagKind::Role::opening) {
      open.push_back({piece.tag, piece.tag == "case" ? 0U : 1U});
      if (piece.tag == "comment" || piece.tag == "doc") {
        open.back().branches = 2;
      }
      if (skipped_depth == 0 && open.back().branches > 1) {
        skipped_depth = open.size();
        skip_from = piece.span.end;
      }
    } else if (open.empty()) {
      continue;
    } else if (kind->role == LiquidTagKind::Role::branch) {
      if (++open.back().branches > 1 && skipped_depth == 0) {
        skipped_depth = open.size();
        skip_from = piece.span.end;
      }
    } else if (kind->role == LiquidTagKind::Role::closing) {
      if (skipped_depth == open.size()) {
        blank(copy, skip_from, piece.span.begin);
        skipped_depth = 0;
      }
      open.pop_back();
    }
  }
  return copy;
}

}  // namespace macrolint
