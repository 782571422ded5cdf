#include "markdown/html_pieces.h"

#include <string>

#include "markdown/html_links.h"
#include "source/blank.h"

namespace macrolint {

void HtmlPieces::add(Span piece) {
  // The parser leaves out line ends.
  if (!pieces_.empty() && piece.begin <= pieces_.back().end + 1) {
    pieces_.back().end = piece.end;
  } else {
    pieces_.push_back(piece);
  }
}

void HtmlPieces::find_links(std::string_view text, std::uint32_t offset, Document& document) {
  const Span all{pieces_.front().begin, pieces_.back().end};
  const std::string_view written = text.substr(all.begin - offset, all.size());
  if (pieces_.size() == 1) {
    find_html_links(written, all.begin, document);
  } else {
    std::string html(written);
    for (std::size_t next = 1; next < pieces_.size(); ++next) {
      blank(html, pieces_[next - 1].end - all.begin, pieces_[next].begin - all.begin);
    }
    find_html_links(html, all.begin, document);
  }
  pieces_.clear();
}

}  // namespace macrolint
