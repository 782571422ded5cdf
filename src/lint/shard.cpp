#include "lint/shard.h"

#include <xxhash.h>

namespace macrolint {

bool Shard::holds(std::string_view path) const { return XXH3_64bits(path.data(), path.size()) % total == index - 1; }

}  // namespace macrolint
