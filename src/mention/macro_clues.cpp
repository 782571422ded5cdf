#include "mention/macro_clues.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

bool is_word_at(std::string_view text, std::size_t at) { return at < text.size() && is_ascii_word_byte(text[at]); }

/// Whether a word may begin at `at`: not inside a longer word, a hyphenated one (support-macros) or a path.
bool may_begin(std::string_view text, std::size_t at) {
  if (at == 0) {
    return true;
  }
  return !is_word_at(text, at - 1) && text[at - 1] != '/' &&
         !(text[at - 1] == '-' && at > 1 && is_word_at(text, at - 2));
}

bool may_end(std::string_view text, std::size_t end) {
  return !is_word_at(text, end) && !text.substr(end).starts_with('/') &&
         !(text.substr(end).starts_with('-') && is_word_at(text, end + 1));
}

}  // namespace

MacroClues::MacroClues(std::vector<std::string> words, const std::vector<std::string>& repositories)
    : words_(std::move(words)) {
  for (std::string& word : words_) {
    if (is_ascii(word)) {
      std::transform(word.begin(), word.end(), word.begin(), to_lower_ascii);
    }
  }
  for (const std::string& project : repositories) {
    if (!project.empty()) {
      repositories_.emplace_back(project, Needle::Case::ignored);
    }
  }
  std::erase_if(words_, [](const std::string& word) { return word.empty(); });
  // The longest first, so that `macros` is not taken for `macro`.
  std::sort(words_.begin(), words_.end(), [](const std::string& left, const std::string& right) {
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  description_ = fmt::format("{}\n\n{}", fmt::join(words_, "\n"), fmt::join(repositories, "\n"));
  prepare_search();
}

void MacroClues::prepare_search() {
  std::vector<Needle> wanted;
  wanted.emplace_back("::", Needle::Case::as_written);
  for (const std::string& word : words_) {
    const bool ascii = is_ascii(word);
    wanted.emplace_back(word, ascii ? Needle::Case::ignored : Needle::Case::as_written);
    begins_word_[static_cast<unsigned char>(word.front())] = true;
    if (ascii && is_letter(word.front())) {
      begins_word_[static_cast<unsigned char>(word.front() - 'a' + 'A')] = true;
    }
  }
  links_.emplace_back("/macros/", Needle::Case::ignored);
  links_.insert(links_.end(), repositories_.begin(), repositories_.end());
  wanted.insert(wanted.end(), links_.begin(), links_.end());
  // Whoever finds `macro` need not search for `macros`, nor for `/macros/`.
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    bool covered = false;
    for (std::size_t other = 0; other < wanted.size() && !covered; ++other) {
      const bool equal_and_later = wanted[index].is_part_of(wanted[other]) && index < other;
      covered = other != index && wanted[other].is_part_of(wanted[index]) && !equal_and_later;
    }
    if (!covered) {
      needles_.push_back(wanted[index]);
    }
  }
}

std::size_t MacroClues::match_at(std::string_view text, std::size_t at) const {
  if (at >= text.size() || !begins_word_[static_cast<unsigned char>(text[at])]) {
    return 0;
  }
  for (const std::string& word : words_) {
    if (!is_ascii(word)) {
      if (text.substr(at).starts_with(word)) {
        return word.size();
      }
    } else if (equals_ignoring_case(text.substr(at, word.size()), word) && may_begin(text, at) &&
               may_end(text, at + word.size())) {
      return word.size();
    }
  }
  return 0;
}

std::size_t MacroClues::match_before(std::string_view text, std::size_t end) const {
  for (const std::string& word : words_) {
    if (end >= word.size() && match_at(text, end - word.size()) == word.size()) {
      return word.size();
    }
  }
  return 0;
}

bool MacroClues::is_plural(std::string_view matched) const {
  const std::string word = lower_case(matched);
  return word.ends_with('s') &&
         std::find(words_.begin(), words_.end(), word.substr(0, word.size() - 1)) != words_.end();
}

bool MacroClues::may_lead_to_repository(std::string_view url) const {
  return std::any_of(repositories_.begin(), repositories_.end(),
                     [url](const Needle& project) { return project.is_in(url); });
}

CluePlaces MacroClues::find(std::string_view text, const RareMarks& marks) const {
  CluePlaces found;
  for (const Needle& needle : needles_) {
    if (!needle.may_be_in(marks)) {
      continue;
    }
    const auto middle = static_cast<std::ptrdiff_t>(found.places.size());
    needle.find_all(text, found.places);
    std::inplace_merge(found.places.begin(), found.places.begin() + middle, found.places.end());
  }
  // Nearly every page has no clue at all, so that a slower search among the others does not matter.
  std::vector<std::uint32_t> links;
  for (std::size_t index = 0; !found.places.empty() && links.empty() && index < links_.size(); ++index) {
    links_[index].find_all(text, links);
  }
  found.may_link = !links.empty();
  return found;
}

bool CluePlaces::any_between(std::size_t begin, std::size_t end) const {
  const auto first = std::lower_bound(places.begin(), places.end(), begin);
  return first != places.end() && *first < end;
}

}  // namespace macrolint
