#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// The address of a file with another path at its end, percent-encoded as the address is: folders that stay keep their
/// spelling, and a character is encoded if it is so elsewhere in the path. Host, branch, query and fragment stay.
/// Nothing if the address does not end in `old_path`, which is decoded as `new_path` is.
[[nodiscard]] std::optional<std::string> with_other_path(std::string_view address, std::string_view old_path,
                                                         std::string_view new_path);

}  // namespace macrolint
