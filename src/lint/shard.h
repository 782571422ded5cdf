#pragma once

#include <string_view>

namespace macrolint {

/// The most parts that a run may be split into; GitLab starts at most 200 jobs in parallel.
inline constexpr unsigned max_shards = 1000;

/// The share of the files that one of several jobs reports on: the `index`th of `total`, counted from 1.
struct Shard {
  unsigned index = 1;
  unsigned total = 1;

  /// Whether the file with this path, relative to the configuration's folder, is in this share. That depends on
  /// nothing but the path.
  [[nodiscard]] bool holds(std::string_view path) const;
};

}  // namespace macrolint
