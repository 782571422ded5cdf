#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace macrolint {

enum class PlaceholderKind : std::uint8_t {
  known,      ///< renders in a macro
  elsewhere,  ///< Zendesk has it, but not in macros
  unknown,    ///< renders as nothing
};

/// Looks a path up in Zendesk's placeholder reference
/// (https://support.zendesk.com/hc/en-us/articles/4408886858138). Names are case sensitive.
[[nodiscard]] PlaceholderKind placeholder_kind(std::string_view path);

/// The known placeholder nearest to an unknown one; empty if none is near.
[[nodiscard]] std::string nearest_placeholder(std::string_view path);

}  // namespace macrolint
