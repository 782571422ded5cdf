#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// What tells that a text speaks of a macro: words such as macro, macros and マクロ, and the addresses of the macro
/// repositories. ASCII words match in any case and only as whole words; others as written, since many scripts put
/// no spaces between words.
class MacroClues {
 public:
  /// `repositories` are the paths of projects as their addresses have them, such as `group/zendesk/macros`.
  explicit MacroClues(std::vector<std::string> words, std::vector<std::string> repositories = {});

  /// Length of the word that begins at `at`, or 0.
  [[nodiscard]] std::size_t match_at(std::string_view text, std::size_t at) const;
  /// Length of the word that ends at `end`, or 0.
  [[nodiscard]] std::size_t match_before(std::string_view text, std::size_t end) const;

  /// Whether a link may lead into a macro repository; which one and where is for the index to say.
  [[nodiscard]] bool may_lead_to_repository(std::string_view url) const;

  /// A quick look at a whole page: false means that it certainly names no macro.
  [[nodiscard]] bool may_mention(std::string_view text) const;

 private:
  std::vector<std::string> words_;
  std::vector<std::string> repositories_;
  /// What `may_mention` searches for: the words without their first letter, so that one search finds both
  /// `macro` and `Macro`, and in capitals.
  std::vector<std::string> tails_;
};

}  // namespace macrolint
