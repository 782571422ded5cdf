#pragma once

#include <string>

#include "mutation/consistent_pair.h"
#include "mutation/drift.h"
#include "mutation/verdict.h"
#include "support/git_repository.h"

namespace macrolint {

/// A git repository that holds the pair, in which drifts are committed for a moment.
class GitPair {
 public:
  explicit GitPair(const Files& pair);

  /// Commits a drift, a day after the pair, judges what is found and takes the commit back.
  [[nodiscard]] Verdict commit(const Drift& drift, const Program& program) const;

 private:
  Files pair_;
  mutable GitRepository repository_;
  /// The commit of the pair.
  std::string base_;
};

}  // namespace macrolint
