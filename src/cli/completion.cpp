#include "cli/completion.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

namespace macrolint::cli {

namespace {

// CLI11 keeps nothing of ours with an option but the names of its validators, so that one that accepts everything
// carries the completion: `FIRST|SECOND`, a pair as `FIRST|SECOND=OFF|ON`, with this for the name of a file.
constexpr std::string_view file_mark = "/";

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    words.emplace_back(text.substr(0, bar));
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return words;
}

std::vector<std::string> without_file_mark(std::vector<std::string> words, bool& is_file) {
  is_file = std::erase(words, file_mark) > 0;
  return words;
}

}  // namespace

void set_completion(CLI::Option& option, const Completion& completion) {
  std::string note = fmt::format("{}", fmt::join(completion.words, "|"));
  if (completion.is_pair) {
    note += fmt::format("={}", fmt::join(completion.second_words, "|"));
  }
  if (completion.is_file) {
    note += note.empty() || note.ends_with('=') ? file_mark : fmt::format("|{}", file_mark);
  }
  option.check(CLI::Validator([](std::string&) { return std::string(); }, "", note));
}

Completion completion_of(CLI::Option& option) {
  Completion completion;
  try {
    const std::string note = option.get_validator(0)->get_name();
    const std::size_t equals = note.find('=');
    completion.is_pair = equals != std::string::npos;
    completion.words = split(std::string_view(note).substr(0, equals));
    if (completion.is_pair) {
      completion.second_words = without_file_mark(split(std::string_view(note).substr(equals + 1)), completion.is_file);
    } else {
      completion.words = without_file_mark(std::move(completion.words), completion.is_file);
    }
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
  return completion;
}

}  // namespace macrolint::cli
