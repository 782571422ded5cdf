#pragma once

#include "diagnostic/diagnostic.h"
#include "rule/rule.h"

namespace macrolint {

/// A rule with the severity that it has in this run.
struct ActiveRule {
  const Rule* rule = nullptr;
  Severity severity = Severity::warning;
};

}  // namespace macrolint
