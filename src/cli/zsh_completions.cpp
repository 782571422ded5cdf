#include <fmt/format.h>

#include <iterator>

#include "cli/program_description.h"

namespace macrolint::cli {

namespace {

constexpr std::string_view beginning = R"(#compdef macrolint
# Completion of macrolint's command line for zsh, made by `macrolint completions zsh`.

# _macrolint_pair WORDS SECOND: WORD=SECOND, where no SECOND stands for a file.
_macrolint_pair() {
  if compset -P '*='; then
    if [[ -n $2 ]]; then compadd -- ${=2}; else _files; fi
  else
    compadd -q -S = -- ${=1}
  fi
}

)";

constexpr std::string_view end = R"(
if [[ $funcstack[1] == _macrolint ]]; then
  _macrolint "$@"
else
  compdef _macrolint macrolint
fi
)";

template <typename... Arguments>
void append(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
}

/// Text as it may stand in one of _arguments' specifications, between single quotes.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (character == '\'') {
      result += "'\\'";
    } else if (std::string_view("\\[]:").find(character) != std::string_view::npos) {
      result += '\\';
    }
    result += character;
  }
  return result;
}

/// What stands behind the message of a specification.
std::string action(const Completion& completion) {
  if (completion.is_pair) {
    return fmt::format("{{_macrolint_pair \"{}\" \"{}\"}}", fmt::join(completion.words, " "),
                       fmt::join(completion.second_words, " "));
  }
  if (!completion.words.empty()) {
    return fmt::format("({})", fmt::join(completion.words, " "));
  }
  return completion.is_file ? "_files" : " ";
}

std::string specification(const OptionDescription& option) {
  if (option.is_argument) {
    return fmt::format("'{}:{}:{}'", option.is_repeatable ? "*" : "", escaped(option.shape), action(option.completion));
  }
  std::string value;
  if (option.takes_value()) {
    value = fmt::format(":{}:{}", escaped(option.shape), action(option.completion));
  }
  const std::string rest = fmt::format("[{}]{}", escaped(option.description), value);
  const bool is_only = option.names.back() == "--help" || option.names.back() == "--version";
  const char* before = option.is_repeatable ? "*" : "";
  std::string text;
  for (const std::string& name : option.names) {
    const std::string others = is_only                ? "(- *)"
                               : option.is_repeatable ? ""
                                                      : fmt::format("({})", fmt::join(option.names, " "));
    // `--name=` may take its value behind the equals sign or in the next word, a short name only in the next word.
    append(text, "{}'{}{}{}{}'", text.empty() ? "" : " ", others, before,
           name + (option.takes_value() && name.starts_with("--") ? "=" : ""), rest);
  }
  return text;
}

void append_specifications(std::string& text, const CommandDescription& command, std::string_view indent) {
  for (const OptionDescription& option : command.options) {
    append(text, " \\\n{}{}", indent, specification(option));
  }
}

}  // namespace

std::string zsh_completions(const ProgramDescription& description) {
  std::string text(beginning);
  text += "_macrolint() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n  local -a commands=(\n";
  for (const CommandDescription& command : description.commands) {
    append(text, "    '{}:{}'\n", command.name, escaped(command.description));
  }
  text += "  )\n  _arguments -C";
  append_specifications(text, description.program, "    ");
  text += " \\\n    '1: :->command' '*:: :->rest'\n  case $state in\n    command) _describe command commands ;;\n";
  text += "    rest)\n      case $words[1] in\n";
  for (const CommandDescription& command : description.commands) {
    append(text, "        {})\n          _arguments", command.name);
    append_specifications(text, command, "            ");
    text += "\n          ;;\n";
  }
  text += "      esac\n      ;;\n  esac\n}\n";
  text += end;
  return text;
}

}  // namespace macrolint::cli
