#pragma once

#include <string>
#include <string_view>

namespace macrolint {

/// A text from an input file as a code span: shown as it is, whatever it holds, on one line. In code spans neither
/// Markdown nor GitLab looks for anything.
[[nodiscard]] std::string markdown_code(std::string_view text);

/// A message as a line of Markdown. Its parts between backticks become code spans; so do all words that are more than
/// letters and the marks of plain prose, since one of them could be a mention, a reference, an address, an emoji or
/// HTML, and GitLab finds some of these behind a backslash too. It may stand anywhere but at the start of a line.
[[nodiscard]] std::string markdown_text(std::string_view message);

/// A text from an input file as HTML shows it as code.
[[nodiscard]] std::string html_code(std::string_view text);

}  // namespace macrolint
