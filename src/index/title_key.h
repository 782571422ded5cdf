#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// A title reduced to what two spellings of it share: letters and digits in lower case (Unicode case folding),
/// with `::` between the parts.
[[nodiscard]] std::string title_key(std::string_view title);

/// The keys of a title's ends: for `A::B::C` those of `B::C` and `C`.
[[nodiscard]] std::vector<std::string> title_suffix_keys(std::string_view key);

}  // namespace macrolint
