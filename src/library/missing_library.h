#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// The package of Debian that has a shared library, by Debian's rule for their names: `libcurl4` for `libcurl.so.4`.
[[nodiscard]] std::string debian_package_of(std::string_view file);

/// Says that a shared library is missing, what follows from that (`consequence`, behind "so") and what to do.
[[nodiscard]] std::string missing_library(std::string_view file, std::string_view consequence);

}  // namespace macrolint
