#pragma once

#include <string>
#include <string_view>

struct stat;

namespace macrolint {

/// Writes everything; 0, or the error number.
[[nodiscard]] int write_all(int descriptor, std::string_view text);

/// A new file beside the one that it is to replace, so that renaming does not cross file systems: below the open
/// folder, with a name that begins with `prefix` and goes to `path`. Negative, with `errno` set, if that fails.
[[nodiscard]] int create_temporary(int folder, const std::string& prefix, std::string& path);

/// Gives a new file its text, and the owner and permissions of an existing one if there is one. 0, or the error number.
[[nodiscard]] int fill_file(int descriptor, const struct stat* existing, std::string_view text);

}  // namespace macrolint
