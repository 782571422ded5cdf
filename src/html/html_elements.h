#pragma once

#include <gumbo.h>

#include <span>
#include <string>
#include <string_view>

namespace macrolint {

/// The name in a start or end tag, which begins with `<` or `</`, in lower case.
[[nodiscard]] std::string name_of_tag(std::string_view tag);
/// The tag that Gumbo has for a name, or that for unknown ones.
[[nodiscard]] GumboTag tag_named(std::string_view name);

/// Whether HTML has an element of that name, obsolete ones included. Case does not matter.
[[nodiscard]] bool is_html_element(std::string_view name);
/// The names of HTML's elements.
[[nodiscard]] std::span<const std::string_view> html_elements();
/// Whether an element's end tag may be left out, as that of `li`
/// (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
[[nodiscard]] bool may_omit_end_tag(GumboTag tag);
/// Whether an element's content is not HTML but text up to its end tag, as that of `script`.
[[nodiscard]] bool holds_raw_text(GumboTag tag);
/// Whether an element shows something though it holds no text, as `img` does.
[[nodiscard]] bool shows_without_text(GumboTag tag);

}  // namespace macrolint
