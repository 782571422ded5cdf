#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace macrolint {

/// Keeps names apart: the second `x` becomes `x (2)`, the third `x (3)`.
class UniqueNames {
 public:
  [[nodiscard]] std::string unique(const std::string& name);

 private:
  std::unordered_set<std::string> given_;
  /// The last number behind a name, so that a thousand equal ones are not counted anew each time.
  std::unordered_map<std::string, unsigned> numbers_;
};

}  // namespace macrolint
