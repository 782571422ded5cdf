#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace macrolint {

/// A line that begins with `<h2>` begins a block of HTML, as all tags of headings do (CommonMark 4.6); md4c knows this
/// of `<h1>` only and takes what follows for Markdown. Writes `1` for the level of such tags into `changed`, the text
/// that md4c reads instead of `text`, which becomes a copy when the first is found.
void name_html_headings(std::string_view text, std::optional<std::string>& changed);

}  // namespace macrolint
