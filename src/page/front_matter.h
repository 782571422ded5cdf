#pragma once

#include <string_view>

#include "document/document.h"

namespace macrolint {

/// Finds the front matter at the start of a Hugo page: YAML between `---` lines, TOML between `+++` lines, or a
/// JSON object (https://gohugo.io/content-management/front-matter/).
[[nodiscard]] FrontMatter find_front_matter(std::string_view text);

/// Whether YAML front matter is so simple that it cannot be wrong: lines of `key: value` with different keys and
/// values that are plain words, simply quoted, blocks of text or lists of such. Nearly all front matter is, and a YAML
/// parser takes longer over it than over the rest of the page. False says nothing.
[[nodiscard]] bool is_plain_mapping(std::string_view content);

}  // namespace macrolint
