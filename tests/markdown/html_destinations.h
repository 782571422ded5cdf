#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace macrolint {

/// Where the links and images of a piece of HTML lead, in order: `a /url` or `img /url.png`, as a browser reads it.
[[nodiscard]] std::vector<std::string> destinations_in_html(std::string_view html);

/// The same for the links of a page, as the HTML made of it would have them.
[[nodiscard]] std::vector<std::string> destinations_in_page(const Document& document);

/// What is wrong with the places of a page's links; empty if nothing is.
[[nodiscard]] std::vector<std::string> misplaced_links(const Document& document);

}  // namespace macrolint
