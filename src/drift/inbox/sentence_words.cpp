#include "drift/inbox/sentence_words.h"

#include "source/characters.h"

namespace macrolint {

std::string_view without_edges(std::string_view text, std::string_view bytes) {
  const std::size_t begin = text.find_first_not_of(bytes);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(bytes) + 1 - begin);
}

std::vector<SentenceWord> words_of(std::string_view text) {
  std::vector<SentenceWord> words;
  for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) {
      ++end;
    }
    std::size_t first = at;
    while (first < end && !is_word_byte(text[first])) {
      ++first;
    }
    std::size_t last = end;
    while (last > first && !is_word_byte(text[last - 1])) {
      --last;
    }
    words.push_back(
        {text.substr(first, last - first), text.substr(at, first - at), text.substr(last, end - last), first});
    at = end;
  }
  return words;
}

}  // namespace macrolint
