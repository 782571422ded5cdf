#include "output/finding_text.h"

#include <fmt/format.h>

#include <string_view>

#include "output/text.h"

namespace macrolint {

std::string sentence_of(const Suggestion& suggestion) {
  std::string sentence = suggestion.message;
  if (sentence.empty()) {
    return sentence;
  }
  if (sentence.front() >= 'a' && sentence.front() <= 'z') {
    sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
  }
  if (std::string_view(".?").find(sentence.back()) == std::string_view::npos) {
    sentence += '.';
  }
  return sentence;
}

std::string message_with_suggestions(const Diagnostic& diagnostic) {
  std::string text = diagnostic.message;
  for (const Suggestion& suggestion : diagnostic.suggestions) {
    text += ' ' + sentence_of(suggestion);
  }
  return text;
}

std::string counts_of(const LintSummary& summary) {
  return fmt::format("{}, {}, {}", counted(summary.errors, "error"), counted(summary.warnings, "warning"),
                     counted(summary.notes, "note"));
}

}  // namespace macrolint
