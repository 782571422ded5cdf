#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// A copy of a macro's text in which fenced code blocks and `<pre>` elements are spaces, byte for byte: Zendesk
/// leaves placeholders in code blocks alone
/// (https://support.zendesk.com/hc/en-us/articles/4408887218330, Using placeholders).
[[nodiscard]] std::string blank_code_blocks(std::string_view text);

}  // namespace macrolint
