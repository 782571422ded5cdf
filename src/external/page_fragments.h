#pragma once

#include <set>
#include <string>
#include <string_view>

namespace macrolint {

/// Of the fragments, those that a page surely lacks. Much of what fragments name today is made by scripts: nothing is
/// said where the page does not show, by headings with ids or links to its own parts, that its anchors are in the HTML;
/// nor about fragments that look like a script's, and about HTML that takes too long to read.
[[nodiscard]] std::set<std::string, std::less<>> fragments_missing_in(
    const std::string& html, const std::set<std::string, std::less<>>& fragments);

}  // namespace macrolint
