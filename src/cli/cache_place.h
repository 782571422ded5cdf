#pragma once

#include <string>

namespace macrolint::cli {

/// The folder of this user for what can be made anew, as https://specifications.freedesktop.org/basedir-spec wants it:
/// `macrolint` in `XDG_CACHE_HOME` or in `.cache` at home. Empty if there is no place for it.
[[nodiscard]] std::string cache_place();

}  // namespace macrolint::cli
