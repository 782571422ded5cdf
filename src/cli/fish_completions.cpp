#include <fmt/format.h>

#include <iterator>

#include "cli/program_description.h"

namespace macrolint::cli {

namespace {

constexpr std::string_view beginning =
    R"(# Completion of macrolint's command line for fish, made by `macrolint completions fish`.

# WORD=FILE for each of the words.
function __macrolint_files_for
    set -l token (commandline -ct | string replace -r '^--[a-z-]+=' '')
    if string match -q '*=*' -- $token
        set -l word (string replace -r '=.*' '' -- $token)
        for path in (__fish_complete_path (string replace -r '^[^=]*=' '' -- $token))
            echo $word=$path
        end
    else
        printf '%s=\n' $argv
    end
end

complete -c macrolint -f
)";

template <typename... Arguments>
void append(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
}

/// Text between single quotes.
std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char character : text) {
    if (character == '\'' || character == '\\') {
      result += '\\';
    }
    result += character;
  }
  return result + "'";
}

std::string pairs(const Completion& completion) {
  std::string text;
  for (const std::string& word : completion.words) {
    for (const std::string& second : completion.second_words) {
      append(text, "{}{}={}", text.empty() ? "" : " ", word, second);
    }
  }
  return text;
}

/// How `complete` is told what values there are.
std::string values(const Completion& completion) {
  if (completion.is_pair && completion.is_file) {
    return fmt::format(" -a '(__macrolint_files_for {})'", fmt::join(completion.words, " "));
  }
  if (completion.is_pair) {
    return fmt::format(" -a '{}'", pairs(completion));
  }
  if (!completion.words.empty()) {
    return fmt::format(" -a '{}'", fmt::join(completion.words, " "));
  }
  return completion.is_file ? " -F" : "";
}

void append_option(std::string& text, const OptionDescription& option, std::string_view condition) {
  append(text, "complete -c macrolint -n '{}'", condition);
  for (const std::string& name : option.names) {
    if (name.starts_with("--")) {
      append(text, " -l {}", name.substr(2));
    } else if (name.starts_with('-')) {
      append(text, " -s {}", name.substr(1));
    }
  }
  if (option.takes_value() && !option.is_argument) {
    text += option.completion.is_file && !option.completion.is_pair ? " -r" : " -x";
  }
  text += values(option.completion);
  if (!option.is_argument) {
    append(text, " -d {}", in_quotes(option.description));
  }
  text += '\n';
}

}  // namespace

std::string fish_completions(const ProgramDescription& description) {
  std::string text(beginning);
  for (const OptionDescription& option : description.program.options) {
    append_option(text, option, "__fish_use_subcommand");
  }
  for (const CommandDescription& command : description.commands) {
    append(text, "\ncomplete -c macrolint -n __fish_use_subcommand -a {} -d {}\n", command.name,
           in_quotes(command.description));
    const std::string condition = "__fish_seen_subcommand_from " + command.name;
    for (const OptionDescription& option : command.options) {
      // Of arguments that can be anything there is nothing to say.
      if (!option.is_argument || !values(option.completion).empty()) {
        append_option(text, option, condition);
      }
    }
  }
  return text;
}

}  // namespace macrolint::cli
