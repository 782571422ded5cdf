#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Finds what looks like an email address in a piece of text: a run of address characters around an `@`. What is
/// clearly something else (a Git remote, a handle such as `@name`, a version `name@1.2`) is left out. The piece is
/// a part of `text`, whose surroundings tell; `offset` is added to the spans.
void find_addresses(std::string_view text, Span piece, std::uint32_t offset, std::vector<Address>& addresses);

}  // namespace macrolint
