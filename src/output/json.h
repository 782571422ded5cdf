#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/project.h"
#include "lint/lint.h"

namespace macrolint {

/// The findings of a run for programs, written on up to `jobs` threads; `schemas/result.schema.json` describes it.
[[nodiscard]] std::string format_json(const LintResult& result, std::uint64_t elapsed_ms, std::string_view version,
                                      unsigned jobs);

/// The references for programs; `schemas/references.schema.json` describes it.
[[nodiscard]] std::string format_references_json(const std::vector<Reference>& references);

}  // namespace macrolint
