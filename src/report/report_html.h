#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace macrolint {

/// The report as one page that needs nothing else and may do nothing else: its Content Security Policy allows its own
/// script and style, by their hashes, and no request. Nothing from an input file is read as HTML or script.
[[nodiscard]] std::string format_report_html(const Report& report, std::string_view version);

/// A JSON text as it may stand in a `script` element: `<`, `>`, `&` and the line separators of Unicode as escapes.
[[nodiscard]] std::string json_in_html(std::string_view json);

}  // namespace macrolint
