#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "index/project.h"
#include "lint/lint.h"

namespace macrolint {

/// How text for people is laid out.
struct TextStyle {
  bool color = false;
  /// Whether a line with counts and time closes the text.
  bool summary = true;
  /// What leads from the reader's current folder to the configuration's, with `/` at its end or empty, so that a
  /// terminal finds the files that it makes clickable.
  std::string path_prefix;
};

/// The findings of a run in the manner of compilers: place, severity, rule and message on the first line, then
/// the source line with the span underlined, suggestions and related places. Made on up to `jobs` threads.
[[nodiscard]] std::string format_text(const LintResult& result, std::uint64_t elapsed_ms, const TextStyle& style,
                                      unsigned jobs);

/// The same for some findings alone, without a summary.
[[nodiscard]] std::string format_diagnostics(const std::vector<Diagnostic>& diagnostics, const TextStyle& style);

/// The same, each finding by itself.
[[nodiscard]] std::vector<std::string> format_each(const std::vector<Diagnostic>& diagnostics, const TextStyle& style);

/// One line per reference: its place, the title or link as written, and the macro that it resolves to.
[[nodiscard]] std::string format_references_text(const std::vector<Reference>& references, const TextStyle& style);

/// The path of a file as people are shown it: from their current folder, without anything a terminal would obey.
[[nodiscard]] std::string shown_path(const Source& source, const TextStyle& style);

/// The number, then the word, with an `s` unless the number is 1.
[[nodiscard]] std::string counted(std::size_t count, std::string_view word);

}  // namespace macrolint
