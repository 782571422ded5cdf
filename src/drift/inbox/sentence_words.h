#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace macrolint {

/// A word of a sentence, and the punctuation at its edges.
struct SentenceWord {
  std::string_view text;
  std::string_view before;
  std::string_view behind;
  /// Where `text` begins in the sentence.
  std::size_t begin = 0;

  [[nodiscard]] bool ends(std::string_view mark) const { return behind.ends_with(mark); }
};

/// What stands between spaces.
[[nodiscard]] std::vector<SentenceWord> words_of(std::string_view text);

/// Less the given bytes at both ends.
[[nodiscard]] std::string_view without_edges(std::string_view text, std::string_view bytes);

template <std::size_t size>
[[nodiscard]] bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that ask to write to an address, and those that such a request is made of besides.
inline constexpr std::array<std::string_view, 38> contact_words = {
    "a",      "address",  "an",   "ask",    "asks",   "at",     "can",   "contact", "contacts", "customers",
    "direct", "directly", "drop", "e-mail", "email",  "emails", "inbox", "is",      "mail",     "mailbox",
    "may",    "message",  "on",   "out",    "please", "reach",  "send",  "should",  "the",      "them",
    "to",     "us",       "use",  "using",  "via",    "with",   "write", "you"};

}  // namespace macrolint
