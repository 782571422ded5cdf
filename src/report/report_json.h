#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "report/report.h"

namespace macrolint {

/// The report for programs; `schemas/report.schema.json` describes it.
[[nodiscard]] nlohmann::ordered_json report_json(const Report& report, std::string_view version);

/// The same as text.
[[nodiscard]] std::string format_report_json(const Report& report, std::string_view version);

}  // namespace macrolint
