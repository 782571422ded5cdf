#pragma once

#include <string>

#include "conformance/built_site.h"

namespace macrolint::conformance {

/// What one published HTML file is.
struct PublishedHtml {
  enum class Kind {
    /// A page of the site.
    page,
    /// A page that only sends the browser on.
    alias,
    /// A file that Hugo copied.
    other
  };
  Kind kind = Kind::other;
  /// All but its address, if it is a page.
  BuiltPage page;
  /// Where an alias leads.
  std::string sends_to;
};

/// Reads a published file as a browser does.
[[nodiscard]] PublishedHtml read_html(const std::string& html);

}  // namespace macrolint::conformance
