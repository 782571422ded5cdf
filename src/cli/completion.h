#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class Option;
}

namespace macrolint::cli {

/// What a shell may complete where an option's or argument's value stands.
struct Completion {
  std::vector<std::string> words;
  /// Whether a `=` and a second value follow the word.
  bool is_pair = false;
  std::vector<std::string> second_words;
  /// Whether the value, of a pair the second one, is the name of a file.
  bool is_file = false;
};

/// Notes the completion with the option, which says nothing about it in its help.
void set_completion(CLI::Option& option, const Completion& completion);

/// What was noted; nothing of other options.
[[nodiscard]] Completion completion_of(CLI::Option& option);

}  // namespace macrolint::cli
