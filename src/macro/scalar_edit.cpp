#include "macro/scalar_edit.h"

#include <string>

namespace macrolint {

std::optional<Edit> scalar_edit(const Source& source, Span span, std::string_view text, std::string_view replacement) {
  std::string_view written = source.slice(span);
  const bool is_quoted =
      written.size() >= 2 && (written.front() == '"' || written.front() == '\'') && written.front() == written.back();
  if (is_quoted) {
    written = written.substr(1, written.size() - 2);
    ++span.begin;
    --span.end;
  }
  if (written != text) {
    return std::nullopt;
  }
  return Edit{{&source, span}, std::string(replacement)};
}

}  // namespace macrolint
