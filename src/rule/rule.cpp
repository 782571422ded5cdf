#include "rule/rule.h"

#include <fmt/format.h>

namespace macrolint {

Reporter::~Reporter() {
  if (dropped_ > 0) {
    diagnostics_->back().message += fmt::format(" The file has {} more findings of this rule.", dropped_);
  }
}

Diagnostic& Reporter::report(Place place, std::string subject, std::string message) const {
  if (left_ == 0) {
    ++dropped_;
    dropped_finding_ = {};
    return dropped_finding_;
  }
  --left_;
  Diagnostic& diagnostic = diagnostics_->emplace_back();
  diagnostic.rule = rule_;
  diagnostic.severity = severity_;
  diagnostic.place = place;
  diagnostic.subject = std::move(subject);
  diagnostic.message = std::move(message);
  return diagnostic;
}

}  // namespace macrolint
