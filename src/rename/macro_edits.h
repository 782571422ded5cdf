#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fix/edited_text.h"
#include "macro/macro.h"

namespace macrolint {

/// The edits of a sync file that give the macro another title and make the present one its `previous_title`; in the
/// file's own style. Nothing if the file is written in a way that does not allow it, such as with one anchor for both.
[[nodiscard]] std::optional<std::vector<Replacement>> title_edits(const Macro& macro, const std::string& new_title);

}  // namespace macrolint
