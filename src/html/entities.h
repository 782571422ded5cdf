#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// The text with HTML character references resolved, such as `&amp;` and `&#8211;`.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace macrolint
