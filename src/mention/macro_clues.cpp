#include "mention/macro_clues.h"

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

MacroClues::MacroClues(std::vector<std::string> words, std::vector<std::string> repositories)
    : words_(std::move(words)), repositories_(std::move(repositories)) {
  for (std::string& word : words_) {
    if (is_ascii(word)) {
      std::transform(word.begin(), word.end(), word.begin(), to_lower_ascii);
    }
  }
  for (std::string& project : repositories_) {
    project = lower_case(project);
  }
  std::erase_if(words_, [](const std::string& word) { return word.empty(); });
  // The longest first, so that `macros` is not taken for `macro`.
  std::sort(words_.begin(), words_.end(), [](const std::string& left, const std::string& right) {
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  for (const std::string& word : words_) {
    const bool covered = std::any_of(words_.begin(), words_.end(), [&](const std::string& other) {
      return other.size() < word.size() && word.starts_with(other);
    });
    if (covered) {
      continue;
    }
    if (!is_ascii(word)) {
      tails_.push_back(word);
      continue;
    }
    std::string tail = word.substr(1);
    tails_.push_back(tail);
    std::transform(tail.begin(), tail.end(), tail.begin(),
                   [](char byte) { return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte; });
    tails_.push_back(std::move(tail));
  }
}

std::size_t MacroClues::match_at(std::string_view text, std::size_t at) const {
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

bool MacroClues::may_lead_to_repository(std::string_view url) const {
  return std::any_of(repositories_.begin(), repositories_.end(),
                     [url](const std::string& project) { return contains_ignoring_case(url, project); });
}

bool MacroClues::may_mention(std::string_view text) const {
  const auto is_in_text = [text](const std::string& piece) { return text.find(piece) != std::string_view::npos; };
  return text.find("::") != std::string_view::npos || std::any_of(tails_.begin(), tails_.end(), is_in_text) ||
         std::any_of(repositories_.begin(), repositories_.end(), is_in_text);
}

}  // namespace macrolint
