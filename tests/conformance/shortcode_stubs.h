#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace macrolint::conformance {

/// Whether a file may be a page, by its name.
[[nodiscard]] bool may_be_page(const std::filesystem::path& file);

/// The templates that a site's pages need so that Hugo builds them, by shortcode name: a paired shortcode shows
/// what it holds, any other shows nothing. Those that Hugo itself resolves (`ref`, `relref`, `highlight`) are left out.
[[nodiscard]] std::map<std::string, std::string> shortcode_stubs(const std::string& content_folder);

}  // namespace macrolint::conformance
