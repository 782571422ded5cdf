#pragma once

#include <string>

namespace macrolint::cli {

/// The day in UTC as `YYYY-MM-DD`.
[[nodiscard]] std::string today();

/// Whether the text is such a day.
[[nodiscard]] bool is_day(const std::string& text);

}  // namespace macrolint::cli
