#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/completion.h"
#include "lint/shard.h"
#include "source/nearest.h"

namespace macrolint::cli {

// How the values of options are read. What is wrong with one is thrown as `CLI::ValidationError`, with what is
// possible.

/// A word that an option takes, and what it stands for.
template <typename Value>
struct Word {
  std::string_view word;
  Value value;
};

/// The value of the option's word; a wrong word is answered with the words that are possible.
template <typename Value>
Value value_of(const std::string& option, std::string_view word, std::span<const Word<Value>> words) {
  std::vector<std::string_view> known;
  for (const Word<Value>& entry : words) {
    if (entry.word == word) {
      return entry.value;
    }
    known.push_back(entry.word);
  }
  const auto near = nearest(word, known);
  throw CLI::ValidationError(option, fmt::format("`{}` is not one of `{}`.{}", word, fmt::join(known, "`, `"),
                                                 near ? fmt::format(" Did you mean `{}`?", *near) : ""));
}

template <typename Value>
std::vector<std::string> words_of(std::span<const Word<Value>> words) {
  std::vector<std::string> result;
  for (const Word<Value>& entry : words) {
    result.emplace_back(entry.word);
  }
  return result;
}

/// The value of the option or argument is the name of a file.
void set_file(CLI::Option& option);

/// The words are offered by completions.
template <typename Value>
void set_words(CLI::Option& option, std::span<const Word<Value>> words) {
  Completion completion;
  completion.words = words_of(words);
  set_completion(option, completion);
}

/// Splits `LEFT=RIGHT` at its first `=`.
[[nodiscard]] std::pair<std::string, std::string> halves(const std::string& option, const std::string& text,
                                                         const char* shape);

/// A whole number from 1 to `maximum`.
[[nodiscard]] unsigned number_up_to(unsigned maximum, const std::string& option, const std::string& text);

/// A part of a run, `N/M`.
[[nodiscard]] Shard shard_of(const std::string& text);

/// The value, which a variable that is not set in a script may have left empty.
[[nodiscard]] std::string given(const std::string& option, const std::string& value);

using Setter = std::function<void(const std::string&)>;

/// An option with one value; given again, the last one counts.
CLI::Option& add_word(CLI::App& command, const std::string& name, const char* shape, const char* description,
                      const Setter& set);

/// An option that may be given several times, with one value each.
CLI::Option& add_repeatable(CLI::App& command, const std::string& name, const char* shape, const char* description,
                            const Setter& set);

}  // namespace macrolint::cli
