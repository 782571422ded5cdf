#include "report/findings_by_file.h"

#include <algorithm>

namespace macrolint {

FindingsByFile::FindingsByFile(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    by_source_[diagnostic.place.source].push_back(&diagnostic);
  }
}

const std::vector<const Diagnostic*>& FindingsByFile::in(const Source& source) const {
  static const std::vector<const Diagnostic*> none;
  const auto found = by_source_.find(&source);
  return found == by_source_.end() ? none : found->second;
}

Health FindingsByFile::health_at(const Source& source, const std::vector<Span>& spans) const {
  Health health;
  for (const Diagnostic* diagnostic : in(source)) {
    const Span place = diagnostic->place.span;
    const bool touches = std::any_of(spans.begin(), spans.end(), [&](Span span) {
      return span.begin < std::max(place.end, place.begin + 1) && place.begin < span.end;
    });
    if (touches && counts_for_health(diagnostic->rule)) {
      health = worse(health, diagnostic->severity);
    }
  }
  return health;
}

Health worse(Health left, Health right) {
  if (!left.has_value() || !right.has_value()) {
    return left.has_value() ? left : right;
  }
  return std::max(*left, *right);
}

bool counts_for_health(std::string_view rule) {
  return rule.starts_with("macro-") || rule.starts_with("reference-") || rule.starts_with("drift-") ||
         rule.starts_with("inbox-") || rule.starts_with("live-") || rule == "input-unreadable";
}

}  // namespace macrolint
