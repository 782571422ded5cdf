#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yaml/yaml.h"

namespace macrolint::yaml {

/// Finds the comments in which `word` comes first, from their `#` to the end of the line. `root` is the tree of the
/// document between the offsets of `region`: what stands in a quoted or a block scalar is no comment.
[[nodiscard]] std::vector<Span> find_comments(std::string_view text, Span region, const Node& root,
                                              std::string_view word);

}  // namespace macrolint::yaml
