#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// The words that mean a macro in the documents' languages, such as macro, macros and マクロ. ASCII words match
/// in any case and only as whole words; others as written, since many scripts put no spaces between words.
class MacroWords {
 public:
  explicit MacroWords(std::vector<std::string> words);

  /// Length of the word that begins at `at`, or 0.
  [[nodiscard]] std::size_t match_at(std::string_view text, std::size_t at) const;
  /// Length of the word that ends at `end`, or 0.
  [[nodiscard]] std::size_t match_before(std::string_view text, std::size_t end) const;

  /// A quick look at a whole page: false means that it certainly names no macro.
  [[nodiscard]] bool may_mention(std::string_view text) const;

 private:
  std::vector<std::string> words_;
  /// What `may_mention` searches for: the words without their first letter, so that one search finds both
  /// `macro` and `Macro`, and in capitals.
  std::vector<std::string> tails_;
};

}  // namespace macrolint
