#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "configuration/configuration.h"

namespace macrolint {

/// The document set that a path belongs to: of those whose folder holds it, the one with the deepest folder, so that
/// a site may lie in a folder of plain documents.
[[nodiscard]] std::optional<std::size_t> document_set_of(const std::vector<DocumentSet>& documents,
                                                         std::string_view path);

}  // namespace macrolint
