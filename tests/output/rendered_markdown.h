#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// What a reader of Markdown sees in a text, in order.
struct RenderedMarkdown {
  /// Tags of elements, as HTML names them.
  std::vector<std::string> elements;
  /// Text outside of code, with a line break where an element begins.
  std::string prose;
  /// The text of each `code` element.
  std::vector<std::string> code;
  /// Attributes of any element, `name=value`.
  std::vector<std::string> attributes;
  /// The comments of its HTML.
  std::vector<std::string> comments;
};

/// As cmark-gfm renders it with all its extensions and with HTML; empty if there is no cmark-gfm.
[[nodiscard]] RenderedMarkdown rendered_by_cmark(const std::string& markdown);

/// As md4c renders it with all its extensions and with HTML.
[[nodiscard]] RenderedMarkdown rendered_by_md4c(const std::string& markdown);

}  // namespace macrolint
