#pragma once

#include <string_view>

namespace macrolint {

/// Whether a text of a document is a title and nothing else. Where the title has a space, the text may break the line,
/// in a block quote too; where it has another character, the text may have an entity or a Markdown escape for it. With
/// other marks inside it is more than the title.
[[nodiscard]] bool is_written_as(std::string_view text, std::string_view title);

}  // namespace macrolint
