#include "lint/comparison.h"

namespace macrolint {

void keep_new(const Comparison& comparison, const std::set<std::string, std::less<>>& before,
              std::vector<Diagnostic>& diagnostics) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return before.contains(diagnostic.fingerprint) && !comparison.has_changed(diagnostic.place.source->path);
  });
}

}  // namespace macrolint
