#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// Goldmark ends a table where a heading or a block of code begins below it; md4c takes their lines for rows, up to the
/// next blank line. Returns a text for md4c in which such tables end: of the same size, with a line break in place of
/// the mark that closes the last row or, if it has none, of the first of several that open the heading. Nothing if no
/// table needs it, which is the rule.
[[nodiscard]] std::optional<std::string> with_ended_tables(std::string_view text);

}  // namespace macrolint
