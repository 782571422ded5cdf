#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace macrolint {

/// A start or end tag of HTML.
struct HtmlTag {
  enum class Form : std::uint8_t {
    start,
    end,
    self_closing,
    unterminated,  ///< no `>` before the next tag or the end of the text
    none,          ///< no further tag
  };

  Form form = Form::none;
  /// In lower case.
  std::string name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The next tag at or behind `at`; comments and declarations are passed over. A text is read in linear time by going
/// on from each tag's end.
[[nodiscard]] HtmlTag find_html_tag(std::string_view html, std::size_t at);
/// Where to go on behind a tag: at its end, or for elements whose content is no HTML, such as `script`, at their end
/// tag.
[[nodiscard]] std::size_t end_of_opaque_element(std::string_view html, const HtmlTag& tag);

/// Elements of HTML, obsolete ones included (https://html.spec.whatwg.org/multipage/indices.html).
[[nodiscard]] bool is_html_element(std::string_view name);
[[nodiscard]] std::span<const std::string_view> html_elements();
/// Elements that have no content and no end tag, such as `br`.
[[nodiscard]] bool is_void_element(std::string_view name);
/// Elements whose end tag may be left out, such as `li`.
[[nodiscard]] bool may_omit_end_tag(std::string_view name);

}  // namespace macrolint
