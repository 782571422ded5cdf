#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// `rule subject` of each finding, in order.
using Findings = std::vector<std::string>;

/// The findings of files in the txtar format.
[[nodiscard]] Findings findings_in(const std::string& archive);

/// The findings of a macro with these lines under `actions`.
[[nodiscard]] Findings findings_of_actions(const std::string& actions);

/// The findings of a macro with this public comment, as text or as HTML.
[[nodiscard]] Findings findings_of_comment(const std::string& text);
[[nodiscard]] Findings findings_of_html(const std::string& html);

/// What the first suggestions of one rule make of `handbook/content/page.md`, behind `safe: `, `unsafe: ` or, where
/// they have no edits, `none: `; the last of these words that fits one of them. `nothing` if the rule reports nothing.
[[nodiscard]] std::string page_after(const std::string& archive, std::string_view rule);

/// A macro of the sync repository as a file of an archive; its path below `data` and its title.
[[nodiscard]] std::string sync_file(const std::string& path, const std::string& title, bool active = true);
/// One that had another title before.
[[nodiscard]] std::string renamed_file(const std::string& path, const std::string& title, const std::string& previous);

}  // namespace macrolint
