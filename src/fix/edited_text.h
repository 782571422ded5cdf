#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"
#include "source/text.h"

namespace macrolint {

/// Put `text` in the place of the bytes of `span`.
struct Replacement {
  Span span;
  std::string text;

  friend bool operator==(const Replacement&, const Replacement&) = default;
};

/// A file's text before and after edits. What was edited is kept as replacements in the text before, so that all else
/// is known to be the same, byte by byte, and nobody has to look for differences.
class EditedText {
 public:
  explicit EditedText(Text original) : original_(std::move(original)), current_(std::string_view(original_)) {}

  /// Applies replacements in the present text: in order, apart from each other.
  void apply(const std::vector<Replacement>& edits);

  [[nodiscard]] const Text& original() const { return original_; }
  [[nodiscard]] const std::string& current() const { return current_; }
  /// Replacements in the original that lead to the present text: in order, apart from each other.
  [[nodiscard]] const std::vector<Replacement>& changes() const { return changes_; }

 private:
  Text original_;
  std::string current_;
  std::vector<Replacement> changes_;
};

/// The text after replacements that are in order and apart from each other. Spans count from `offset`.
[[nodiscard]] std::string with_replacements(std::string_view text, const std::vector<Replacement>& replacements,
                                            std::uint32_t offset = 0);

}  // namespace macrolint
