#pragma once

#include <cstddef>
#include <string>

#include "macro/macro.h"
#include "source/source.h"
#include "yaml/yaml.h"

namespace macrolint {

/// Reads a sync file into `macro`: YAML, the schema, the model. What is wrong with the file is kept in
/// `macro.yaml.problems` and `macro.schema_problems`; members that cannot be read stay empty. The texts get their
/// source, region and raw bytes; their Markdown is left to the caller.
void read_macro(const Source& source, std::size_t instance, std::string path_key, Macro& macro);

/// How the inside of a scalar is read in place, which differs between YAML and JSON.
using RawTextReader = yaml::RawText (*)(std::string_view source, const yaml::Node& scalar);

/// Fills the model from `macro.yaml.root`, which has the members of a sync file or of a macro in an export.
void fill_macro(Macro& macro, RawTextReader read_raw_text);

}  // namespace macrolint
