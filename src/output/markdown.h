#pragma once

#include <cstddef>
#include <string>

#include "lint/lint.h"
#include "output/report_paths.h"

namespace macrolint {

/// The first line of every note, which nobody sees, so that a later run finds the note that it wrote before.
inline constexpr const char* note_marker = "<!-- macrolint -->";

/// What follows the marker where there is nothing to report.
inline constexpr const char* note_without_findings = "## macrolint: nothing to report";

/// GitLab takes no note with more characters.
inline constexpr std::size_t longest_note = 1'000'000;

/// The findings as Markdown for the note of a merge request: files with errors first, folded when there are many,
/// and no longer than `limit` bytes; what does not fit is counted. Nothing from an input file is read as Markdown.
[[nodiscard]] std::string format_markdown(const LintResult& result, const ReportPaths& paths,
                                          std::size_t limit = longest_note);

}  // namespace macrolint
