#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "report/report.h"

namespace macrolint {

/// The findings of a run by the file that they are in.
class FindingsByFile {
 public:
  explicit FindingsByFile(const std::vector<Diagnostic>& diagnostics);

  [[nodiscard]] const std::vector<const Diagnostic*>& in(const Source& source) const;
  /// The worst of those that touch one of the places and count for health.
  [[nodiscard]] Health health_at(const Source& source, const std::vector<Span>& spans) const;

 private:
  std::unordered_map<const Source*, std::vector<const Diagnostic*>> by_source_;
};

/// The worse of two.
[[nodiscard]] Health worse(Health left, Health right);

}  // namespace macrolint
