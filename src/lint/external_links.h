#pragma once

#include <functional>
#include <string_view>

#include "external/outcome.h"
#include "index/project.h"

namespace macrolint {

/// The addresses on the web that the documents of these paths name: links that lead to none of the project's sites and
/// into none of its macro repositories, and that are complete as they stand.
[[nodiscard]] ExternalRequest external_request(const Project& project,
                                               const std::function<bool(std::string_view path)>& is_wanted);

}  // namespace macrolint
