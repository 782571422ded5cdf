#pragma once

#include "disk/disk.h"
#include "external/outcome.h"

namespace macrolint {

/// What an example knows of the web, without a network: its file `.external` has a line for each address, `ADDRESS WORD
/// [DETAIL]`. The words are `works`, `gone` (with a status), `no-such-host`, `bad-certificate` and `unchecked` (with
/// the reason), `absent` (with the sentence), `moved` (with the address it moved to), `insecure`, and `lacks` (with a
/// fragment).
[[nodiscard]] ExternalOutcomes external_outcomes_of_example(const MemoryDisk& example);

}  // namespace macrolint
