#pragma once

#include <optional>
#include <string_view>

#include "source/text.h"

namespace macrolint {

/// `content` with a digest before it, which tells whether it is still whole and which build of the program wrote it.
/// The content is aligned for numbers of any kind.
[[nodiscard]] Text sealed(std::string_view build, std::string_view content);

/// The content of such bytes, which it points into; nothing if they are damaged or another build wrote them.
[[nodiscard]] std::optional<std::string_view> unsealed(std::string_view build, std::string_view bytes);

}  // namespace macrolint
