#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace macrolint {

/// Lints files in the txtar format, with the configuration that they hold or else the default one of rule
/// examples. A configuration that is wrong fails the test.
[[nodiscard]] LintResult lint_files(std::string_view archive, unsigned jobs = 1);

/// One line for a finding: `path:line:column rule subject`.
[[nodiscard]] std::string short_form(const Diagnostic& diagnostic);

/// The findings in short form, in their order.
[[nodiscard]] std::vector<std::string> lint_archive(std::string_view archive);

/// The same for files of which most stay the same: those in `common`, then those in `archive`.
[[nodiscard]] std::vector<std::string> lint_archive(std::string_view common, std::string_view archive);

}  // namespace macrolint
