#pragma once

#include <vector>

#include "drift/claim/claim.h"
#include "index/project.h"

namespace macrolint {

/// A claim, the page's reference that says which macro it is about, and where it stands.
struct PlacedClaim {
  Claim claim;
  const Reference* reference = nullptr;
  const Passage* passage = nullptr;

  /// With the mark that closes a code span at its end.
  [[nodiscard]] Place place() const;
};

/// What a page says that macros do, in order. Only sentences count, and lists behind a colon, that are plainly about
/// one macro that the page names: "the `X` macro, which adds …", "this macro will set …". English only.
[[nodiscard]] std::vector<PlacedClaim> find_claims(const std::vector<Passage>& passages,
                                                   const std::vector<Reference>& references);

}  // namespace macrolint
