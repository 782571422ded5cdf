#pragma once

#include <string>
#include <string_view>

#include "web_api/api_client.h"

namespace macrolint {

/// What an error of GitLab's API says about a link into a project, to follow a colon.
[[nodiscard]] std::string why_unchecked(const ApiError& error, std::string_view project, bool has_token);

}  // namespace macrolint
