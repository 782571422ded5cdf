#include "rule/rule.h"

namespace macrolint {

Diagnostic& Reporter::report(Place place, std::string subject, std::string message) const {
  Diagnostic& diagnostic = diagnostics_->emplace_back();
  diagnostic.rule = rule_;
  diagnostic.severity = severity_;
  diagnostic.place = place;
  diagnostic.subject = std::move(subject);
  diagnostic.message = std::move(message);
  return diagnostic;
}

}  // namespace macrolint
