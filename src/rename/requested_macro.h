#pragma once

#include <optional>
#include <string>
#include <variant>

#include "index/project.h"
#include "rename/rename.h"

namespace macrolint {

/// The macro that a request means, or a sentence that says why there is none or not one alone.
[[nodiscard]] std::variant<const Macro*, std::string> requested_macro(const Project& project,
                                                                      const RenameRequest& request);

/// Why the macro cannot have that title; nothing if it can.
[[nodiscard]] std::optional<std::string> problem_with_new_title(const Project& project, const Macro& macro,
                                                                const std::string& title);

}  // namespace macrolint
