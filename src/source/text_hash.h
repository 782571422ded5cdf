#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// 32 hexadecimal digits that say whether a text is the one that was read before.
[[nodiscard]] std::string hash_of(std::string_view text);

}  // namespace macrolint
