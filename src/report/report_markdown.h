#pragma once

#include <string>

#include "report/report.h"

namespace macrolint {

/// The report as Markdown, for wikis, issues and whoever reads it without a browser. Nothing from an input file is read
/// as Markdown or HTML.
[[nodiscard]] std::string format_report_markdown(const Report& report);

}  // namespace macrolint
