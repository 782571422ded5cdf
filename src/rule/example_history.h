#pragma once

#include "configuration/configuration.h"
#include "disk/disk.h"
#include "index/history.h"

namespace macrolint {

/// The history of a rule's example: what its file `.history` says, a line `YYYY-MM-DD path` for each file that was last
/// changed on that day. Empty without one.
[[nodiscard]] History history_of_example(const MemoryDisk& example);

}  // namespace macrolint
