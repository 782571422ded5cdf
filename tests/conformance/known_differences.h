#pragma once

#include "conformance/comparison.h"

namespace macrolint::conformance {

/// Why macrolint differs from the judge on purpose or out of its reach.
struct KnownDifference {
  const char* name;
  const char* reason;
  bool (*fits)(const Difference& difference);
};

/// The class that a difference belongs to, or null.
[[nodiscard]] const KnownDifference* known_difference(const Difference& difference);

}  // namespace macrolint::conformance
