#include <fmt/format.h>

#include <iterator>

#include "cli/program_description.h"

namespace macrolint::cli {

namespace {

// What does not depend on the options: finds the command and the option whose value is at the cursor, and offers what
// the generated functions name. Runs with the bash 3.2 of macOS, too, and needs no other package.
constexpr std::string_view beginning =
    R"(# Completion of macrolint's command line for bash, made by `macrolint completions bash`.

# _macrolint_offer WORDS SUFFIX: those of the words that begin like the value, which ends with the suffix.
_macrolint_offer() {
  local reply
  while IFS= read -r reply; do
    COMPREPLY+=("$_macrolint_before$reply$2")
  done < <(compgen -W "$1" -- "$_macrolint_value")
  if [ "$2" = = ]; then compopt -o nospace 2>/dev/null; fi
}

_macrolint_offer_files() {
  local reply
  while IFS= read -r reply; do
    COMPREPLY+=("$_macrolint_before$reply")
  done < <(compgen -f -- "$_macrolint_value")
  compopt -o filenames 2>/dev/null
}

# _macrolint_offer_pair WORDS SECOND FILE: WORD=SECOND, where a file may be second.
_macrolint_offer_pair() {
  case $_macrolint_value in
    *=*)
      _macrolint_before=$_macrolint_before${_macrolint_value%%=*}=
      _macrolint_value=${_macrolint_value#*=}
      if [ -n "$3" ]; then _macrolint_offer_files; else _macrolint_offer "$2" ''; fi
      ;;
    *) _macrolint_offer "$1" = ;;
  esac
}
)";

constexpr std::string_view end = R"(
_macrolint() {
  local words=() count=0 glued='' command='' index reply
  local _macrolint_value _macrolint_before='' previous=''
  COMPREPLY=()
  # For bash `=` is a word of its own; here it belongs to what stands around it.
  for ((index = 1; index <= COMP_CWORD; ++index)); do
    reply=${COMP_WORDS[index]}
    if [ "$reply" = = ] && ((count > 0)); then
      words[count - 1]+='='
      glued=1
    elif [ -n "$glued" ]; then
      words[count - 1]+=$reply
      glued=''
    else
      words[count]=$reply
      ((++count))
    fi
  done
  for ((index = 0; index < count - 1; ++index)); do
    case ${words[index]} in
      -*) ;;
      *)
        command=${words[index]}
        break
        ;;
    esac
  done
  _macrolint_value=${words[count - 1]}
  if ((count > 1)); then previous=${words[count - 2]}; fi
  case $_macrolint_value in
    --*=*)
      previous=${_macrolint_value%%=*}
      _macrolint_before=$previous=
      _macrolint_value=${_macrolint_value#*=}
      ;;
  esac
  if ! _macrolint_values "$command" "$previous"; then
    case $_macrolint_value in
      -*) _macrolint_options "$command" ;;
      *) _macrolint_arguments "$command" ;;
    esac
  fi
  # Bash replaces only what stands behind the last `=`.
  case $COMP_WORDBREAKS in
    *=*)
      reply=$_macrolint_before$_macrolint_value
      reply=${reply%"${reply##*=}"}
      for ((index = 0; index < ${#COMPREPLY[@]}; ++index)); do
        COMPREPLY[index]=${COMPREPLY[index]#"$reply"}
      done
      ;;
  esac
}

complete -F _macrolint macrolint
)";

template <typename... Arguments>
void append(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
}

/// The call that offers the values; nothing is offered where anything is possible.
std::string offer(const Completion& completion) {
  if (completion.is_pair) {
    return fmt::format("_macrolint_offer_pair '{}' '{}' '{}'", fmt::join(completion.words, " "),
                       fmt::join(completion.second_words, " "), completion.is_file ? "file" : "");
  }
  if (!completion.words.empty()) {
    return fmt::format("_macrolint_offer '{}' ''", fmt::join(completion.words, " "));
  }
  return completion.is_file ? "_macrolint_offer_files" : ":";
}

void append_values(std::string& text, const ProgramDescription& description) {
  text +=
      "\n# Offers the values of COMMAND's OPTION, and fails if it takes none.\n_macrolint_values() {\n"
      "  case \"$1 $2\" in\n";
  for (const CommandDescription& command : description.commands) {
    for (const OptionDescription& option : command.options) {
      if (!option.is_argument && option.takes_value()) {
        std::string patterns;
        for (const std::string& name : option.names) {
          append(patterns, "{}'{} {}'", patterns.empty() ? "" : " | ", command.name, name);
        }
        append(text, "    {}) {} ;;\n", patterns, offer(option.completion));
      }
    }
  }
  text += "    *) return 1 ;;\n  esac\n  return 0\n}\n";
}

std::string option_names(const CommandDescription& command) {
  std::string names;
  for (const OptionDescription& option : command.options) {
    if (!option.is_argument) {
      append(names, "{}{}", names.empty() ? "" : " ", fmt::join(option.names, " "));
    }
  }
  return names;
}

void append_options(std::string& text, const ProgramDescription& description) {
  text += "\n_macrolint_options() {\n  case $1 in\n";
  append(text, "    '') _macrolint_offer '{}' '' ;;\n", option_names(description.program));
  for (const CommandDescription& command : description.commands) {
    append(text, "    {}) _macrolint_offer '{}' '' ;;\n", command.name, option_names(command));
  }
  text += "  esac\n}\n";
}

void append_arguments(std::string& text, const ProgramDescription& description) {
  std::string names;
  for (const CommandDescription& command : description.commands) {
    append(names, "{}{}", names.empty() ? "" : " ", command.name);
  }
  append(text, "\n_macrolint_arguments() {{\n  case $1 in\n    '') _macrolint_offer '{}' '' ;;\n", names);
  for (const CommandDescription& command : description.commands) {
    for (const OptionDescription& option : command.options) {
      if (option.is_argument && offer(option.completion) != ":") {
        append(text, "    {}) {} ;;\n", command.name, offer(option.completion));
        break;
      }
    }
  }
  text += "  esac\n}\n";
}

}  // namespace

std::string bash_completions(const ProgramDescription& description) {
  std::string text(beginning);
  append_values(text, description);
  append_options(text, description);
  append_arguments(text, description);
  text += end;
  return text;
}

}  // namespace macrolint::cli
