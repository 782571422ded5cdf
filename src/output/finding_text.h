#pragma once

#include <string>

#include "diagnostic/diagnostic.h"
#include "lint/lint.h"

namespace macrolint {

/// What to do, as a sentence: suggestions begin with a small letter, as they stand behind `help:` in text output.
[[nodiscard]] std::string sentence_of(const Suggestion& suggestion);

/// The message with the suggestions behind it, on one line.
[[nodiscard]] std::string message_with_suggestions(const Diagnostic& diagnostic);

/// `3 errors, 2 warnings, 0 notes`.
[[nodiscard]] std::string counts_of(const LintSummary& summary);

}  // namespace macrolint
