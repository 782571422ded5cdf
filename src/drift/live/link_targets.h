#pragma once

#include <optional>
#include <string>
#include <utility>

#include "drift/live/comments.h"

namespace macrolint {

/// Where the links of two texts lead that read the same: those that only the first and only the second has, or nothing
/// if they lead to the same addresses. Addresses that readers see in the text are no difference: whether they are links
/// depends on the program that shows them.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> different_links(const SentText& left,
                                                                                 const SentText& right,
                                                                                 const VisibleText& visible);

}  // namespace macrolint
