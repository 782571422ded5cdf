#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// Goldmark ends a table where a heading or a block of code begins below it; md4c takes their lines for rows, up to the
/// next blank line. Ends such tables in `changed`, the text that md4c reads instead of `text`, which becomes a copy
/// when the first is found: with a line break in place of the mark that closes the last row or, if it has none, of the
/// first of several that open the heading.
void end_tables(std::string_view text, std::optional<std::string>& changed);

}  // namespace macrolint
