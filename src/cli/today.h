#pragma once

#include <string>

namespace macrolint::cli {

/// The day in UTC as `YYYY-MM-DD`.
[[nodiscard]] std::string today();

/// The day of a build that is to be reproduced (https://reproducible-builds.org/specs/source-date-epoch), else the
/// current one.
[[nodiscard]] std::string day_of_build();

/// Whether the text is such a day.
[[nodiscard]] bool is_day(const std::string& text);

}  // namespace macrolint::cli
