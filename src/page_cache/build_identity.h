#pragma once

#include <string>

namespace macrolint {

/// What tells this build of the program, with the libraries that it uses, from any other: the build ids that the linker
/// gave them. Empty if one has none. To be asked for before libraries are loaded late, since those count, too.
[[nodiscard]] std::string build_identity();

}  // namespace macrolint
