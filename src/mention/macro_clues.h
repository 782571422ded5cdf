#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/needle.h"
#include "source/rare_marks.h"

namespace macrolint {

/// Where a page has clues: outside of these places it certainly names no macro.
struct CluePlaces {
  /// In ascending order.
  std::vector<std::uint32_t> places;
  /// Some of them may be in the address of a repository, or of a macro in Zendesk.
  bool may_link = false;

  [[nodiscard]] bool any_between(std::size_t begin, std::size_t end) const;
};

/// What tells that a text speaks of a macro: words such as macro, macros and マクロ, and the addresses of the macro
/// repositories. ASCII words match in any case and only as whole words; others as written, since many scripts put
/// no spaces between words.
class MacroClues {
 public:
  /// `repositories` are the paths of projects as their addresses have them, such as `group/zendesk/macros`.
  explicit MacroClues(std::vector<std::string> words, const std::vector<std::string>& repositories = {});

  /// Length of the word that begins at `at`, or 0.
  [[nodiscard]] std::size_t match_at(std::string_view text, std::size_t at) const;
  /// Length of the word that ends at `end`, or 0.
  [[nodiscard]] std::size_t match_before(std::string_view text, std::size_t end) const;

  /// Whether a word that matched is another one with an s.
  [[nodiscard]] bool is_plural(std::string_view matched) const;

  /// Whether a link may lead into a macro repository; which one and where is for the index to say.
  [[nodiscard]] bool may_lead_to_repository(std::string_view url) const;

  /// A quick look at a whole page, which has no other marks than these.
  [[nodiscard]] CluePlaces find(std::string_view text, const RareMarks& marks) const;

  /// What it was made of, in one text: the same for all that find the same.
  [[nodiscard]] const std::string& description() const { return description_; }

 private:
  void prepare_search();

  std::string description_;
  std::vector<std::string> words_;
  std::vector<Needle> repositories_;
  /// By byte: whether a word begins with it.
  std::array<bool, 256> begins_word_{};
  /// What `find` searches for. Everything that tells of a macro has one of these in it.
  std::vector<Needle> needles_;
  /// What addresses of macros have in them.
  std::vector<Needle> links_;
};

}  // namespace macrolint
