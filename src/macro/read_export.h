#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "macro/macro.h"
#include "source/source.h"
#include "yaml/yaml.h"

namespace macrolint {

/// Reads an answer of Zendesk's `GET /api/v2/macros.json`, or a list of such answers, one for each page, and appends
/// its macros. The result is what is wrong with the file as a whole: not JSON, not an export, or only the first pages
/// of one (`meta.has_more`); what is wrong with one macro is kept in that macro.
[[nodiscard]] std::vector<yaml::Problem> read_export(const Source& source, std::size_t instance,
                                                     std::deque<Macro>& macros);

/// Appends one macro as Zendesk's API has it; what is wrong with it is left to a schema.
void append_exported_macro(const Source& source, std::size_t instance, yaml::Node node, std::deque<Macro>& macros);

}  // namespace macrolint
