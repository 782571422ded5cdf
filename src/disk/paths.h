#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// What a folder and the path of something below it look like together; the folders `.` and `` name the root and
/// leave no trace, so that every file has one name only.
[[nodiscard]] std::string joined(std::string_view folder, std::string_view below);

/// The path from the folder on; the whole path if it is not below the folder.
[[nodiscard]] std::string_view path_below(std::string_view folder, std::string_view path);

/// Whether the path lies in the folder or a folder of it.
[[nodiscard]] bool is_below(std::string_view path, std::string_view folder);

}  // namespace macrolint
