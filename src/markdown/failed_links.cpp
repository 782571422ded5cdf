#include "markdown/failed_links.h"

#include <algorithm>

namespace macrolint {

namespace {

/// Bounds how far each bracket is followed, so that a line of brackets costs no more than its length.
constexpr std::size_t max_label = 300;
constexpr std::size_t max_destination = 1'000;

/// What stands in the parentheses must look like a destination, since prose puts remarks in parentheses behind
/// brackets, too.
bool looks_like_destination(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("mailto:") ||
         text.starts_with("../") || text.starts_with("./") || (text.starts_with("/") && text.size() > 1) ||
         (text.starts_with("#") && text.size() > 1);
}

/// The `[` that the `]` at `close` closes, on the same line; npos if there is none.
std::size_t find_opening(std::string_view text, std::size_t close) {
  int depth = 0;
  for (std::size_t at = close; at-- > 0 && close - at < max_label && text[at] != '\n';) {
    if (text[at] == ']') {
      ++depth;
    } else if (text[at] == '[' && depth-- == 0) {
      return at > 0 && text[at - 1] == '\\' ? std::string_view::npos : at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

void find_failed_links(std::string_view text, std::uint32_t offset, Span piece, Document& document) {
  const std::string_view seen = text.substr(0, piece.end - offset);
  for (std::size_t close = seen.find(']', piece.begin - offset); close < seen.size();
       close = seen.find(']', close + 1)) {
    std::size_t parenthesis = close + 1;
    while (parenthesis < text.size() && text[parenthesis] == ' ' && parenthesis - close < 3) {
      ++parenthesis;
    }
    if (parenthesis >= text.size() || text[parenthesis] != '(' || (close > 0 && text[close - 1] == '\\')) {
      continue;
    }
    std::string_view rest = text.substr(parenthesis, max_destination);
    rest = rest.substr(0, rest.find('\n'));
    const std::size_t last = parenthesis + rest.find(')');
    const std::size_t open = find_opening(text, close);
    if (rest.find(')') == std::string_view::npos || open == std::string_view::npos || last == parenthesis + 1) {
      continue;
    }
    const std::string_view destination = text.substr(parenthesis + 1, last - parenthesis - 1);
    const bool spaced = parenthesis > close + 1;
    const bool is_task = close == open + 2 && (text[open + 1] == ' ' || text[open + 1] == 'x');
    if (spaced ? (!looks_like_destination(destination) || is_task) : destination.find(' ') == std::string_view::npos) {
      continue;
    }
    const auto at = [offset](std::size_t index) { return offset + static_cast<std::uint32_t>(index); };
    FailedLink failed;
    failed.cause = spaced ? FailedLink::Cause::space_before_destination : FailedLink::Cause::space_in_destination;
    failed.whole = {at(open), at(last + 1)};
    failed.destination = {at(parenthesis + 1), at(last)};
    document.failed_links.push_back(failed);
  }
}

}  // namespace macrolint
