#pragma once

#include <string_view>

#include "conformance/built_site.h"

namespace macrolint::conformance {

/// What a visitor finds behind a link.
enum class Verdict { external, present, missing_page, missing_anchor, missing_file, redirected };

/// Follows a link as a browser would on the published site.
[[nodiscard]] Verdict judge(const BuiltSite& site, const BuiltPage& page, const BuiltLink& link);

/// The name of a verdict in lists.
[[nodiscard]] std::string_view name_of(Verdict verdict);

}  // namespace macrolint::conformance
