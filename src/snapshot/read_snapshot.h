#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "snapshot/snapshot.h"
#include "source/source.h"
#include "yaml/yaml.h"

namespace macrolint {

/// Reads a file that `macrolint snapshot` wrote. The result is what is wrong with it: then nothing in it is to be
/// relied on, and `snapshot` stays as it was. `name` is the instance that it has to be of.
[[nodiscard]] std::vector<yaml::Problem> read_snapshot(const Source& source, std::size_t instance,
                                                       std::string_view name, Snapshot& snapshot);

}  // namespace macrolint
