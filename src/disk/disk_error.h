#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "disk/disk.h"

namespace macrolint {

/// "`path` cannot be `action`: reason." for an error number of the operating system, which always means that the
/// machine is at fault.
[[nodiscard]] DiskError system_error(std::string_view path, std::string_view action, int error_number);

/// "`path` what." for a file that is there but is not acceptable.
[[nodiscard]] DiskError refusal(std::string_view path, std::string_view what);

/// The refusal of a file that is longer than `limit` bytes.
[[nodiscard]] DiskError too_large(std::string_view path, std::uint64_t limit);

/// The refusal to change a file that no longer reads as it did.
[[nodiscard]] DiskError changed_meanwhile(std::string_view path);

/// Folders nested deeper than this are reported instead of read; the site generators that lay such trees out stop
/// far earlier.
inline constexpr std::size_t maximum_depth = 64;

/// The refusal of a folder below `maximum_depth` others.
[[nodiscard]] DiskError nested_too_deep(std::string_view path);

}  // namespace macrolint
