#pragma once

#include <map>
#include <string>

namespace macrolint::conformance {

/// The templates that a site's pages need so that Hugo builds them, by shortcode name: a paired shortcode shows
/// what it holds, any other shows nothing. Those that Hugo itself resolves (`ref`, `relref`, `highlight`) are left out.
[[nodiscard]] std::map<std::string, std::string> shortcode_stubs(const std::string& content_folder);

}  // namespace macrolint::conformance
