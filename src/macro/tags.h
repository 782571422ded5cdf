#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "macro/macro.h"
#include "source/source.h"

namespace macrolint {

/// One tag of an action's value and where it stands.
struct Tag {
  std::string text;
  Span span;
};

/// The tags of an action on `set_tags`, `current_tags` or `remove_tags`, which white space separates; none for other
/// actions.
[[nodiscard]] std::vector<Tag> tags_of(const Macro& macro, const Action& action);

/// The tag in lower case, as Zendesk stores it.
[[nodiscard]] std::string folded_tag(std::string_view tag);

/// The characters of a tag that Zendesk drops: all but letters and digits of any script, `_`, `-`, `:` and `/`
/// (https://support.zendesk.com/hc/en-us/articles/4408835059482). Each is named once.
[[nodiscard]] std::vector<std::string> dropped_characters(std::string_view tag);

}  // namespace macrolint
