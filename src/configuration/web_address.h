#pragma once

#include <string>

namespace macrolint {

/// Whether the text is an absolute `http` or `https` URL with a host, as libcurl reads URLs.
[[nodiscard]] bool is_web_address(const std::string& text);

}  // namespace macrolint
