#pragma once

#include <optional>
#include <string>

#include "drift/claim/claim.h"
#include "macro/macro.h"
#include "source/source.h"

namespace macrolint {

/// Why a macro does not do what is claimed of it.
struct Contradiction {
  /// What it does instead, such as "it sets the status `solved`"; begins in lower case.
  std::string instead;
  /// The action that does it, or the macro's title.
  Place place;
  /// What to write for the claim's value, if that is certain to be meant.
  std::string value;
};

/// Compares a claim with the macro's actions. Nothing if they bear it out, or if they cannot tell: a value that is a
/// number or a placeholder, a comment that is as public as the agent's last one.
[[nodiscard]] std::optional<Contradiction> contradiction(const Claim& claim, const Macro& macro);

}  // namespace macrolint
