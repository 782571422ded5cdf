#include <fmt/format.h>

#include <iterator>
#include <sstream>

#include "cli/program_description.h"

namespace macrolint::cli {

namespace {

// What the options cannot say.
constexpr std::string_view introduction = R"(.SH DESCRIPTION
.B macrolint
reads the macros that a support team keeps as files in git, and the workflow documents that say when to send which
macro. It reports where the two no longer fit: macros that were renamed, moved or deactivated, inboxes that changed,
links that lead nowhere, and mistakes within a macro.
.PP
Findings go to standard output, log lines to standard error. Most arguments may be left out: what is checked is in the
configuration, which
.B macrolint init
writes for the current folder.
)";

constexpr std::string_view closing = R"(.SH EXIT STATUS
.TP
.B 0
Nothing at or above the severity of \fB\-\-fail\-on\fP, which is \fBerror\fP by default.
.TP
.B 1
Findings.
.TP
.B 2
Wrong usage or a wrong configuration.
.TP
.B 3
The job could not be done: input that cannot be read, output that cannot be written.
.SH FILES
.TP
.I .macrolint.yml
The configuration, in the current folder or in one above it. All paths in it are relative to its folder.
.TP
.I .macrolint\-baseline.json
Findings that are known and not reported again, as
.B macrolint baseline
writes them.
.TP
.I ~/.cache/macrolint/pages
What pages say, so that the next run parses only those that changed. Can be deleted at any time.
.TP
.I share/macrolint/schemas
JSON Schemas of the configuration, of a macro's file and of the outputs, below the prefix of the installation.
.SH ENVIRONMENT
.TP
.B XDG_CACHE_HOME
What to use in the place of \fI~/.cache\fP.
.TP
.B NO_COLOR
If it is set and not empty, the output is not coloured unless \fB\-\-color always\fP asks for it.
.TP
.B TERM
With
.B dumb
the output is not coloured, either.
.TP
.B CI_PROJECT_DIR
The root of the repository in GitLab's CI. Reports for GitLab name files relative to it.
)";

template <typename... Arguments>
void append(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
}

/// Text in which troff finds nothing to obey. Backquotes make it bold.
std::string escaped(std::string_view text) {
  std::string result;
  bool is_bold = false;
  for (const char character : text) {
    const bool begins_line = result.empty() || result.back() == '\n';
    switch (character) {
      case '\\':
        result += "\\e";
        break;
      case '-':
        result += "\\-";
        break;
      case '\'':
        result += "\\(aq";
        break;
      case '`':
        is_bold = !is_bold;
        result += is_bold ? "\\fB" : "\\fP";
        break;
      case '.':
        result += begins_line ? "\\&." : ".";
        break;
      default:
        result += character;
    }
  }
  return result;
}

std::string sentence(const std::string& text) { return escaped(text.ends_with('.') ? text : text + "."); }

void append_option(std::string& text, const OptionDescription& option) {
  text += ".TP\n";
  if (option.is_argument) {
    append(text, "\\fI{}\\fP\n{}\n", escaped(option.shape), sentence(option.description));
    return;
  }
  std::string names;
  for (const std::string& name : option.names) {
    append(names, "{}\\fB{}\\fP", names.empty() ? "" : ", ", escaped(name));
  }
  append(text, "{}{}\n{}\n", names, option.takes_value() ? fmt::format(" \\fI{}\\fP", escaped(option.shape)) : "",
         sentence(option.description));
}

void append_options(std::string& text, const CommandDescription& command) {
  for (const bool arguments : {true, false}) {
    for (const OptionDescription& option : command.options) {
      if (option.is_argument == arguments) {
        append_option(text, option);
      }
    }
  }
}

/// `macrolint check [OPTION]... [PATH]...`
std::string usage(const CommandDescription& command) {
  std::string text = fmt::format("\\fBmacrolint {}\\fP [\\fIOPTION\\fP]...", command.name);
  for (const OptionDescription& option : command.options) {
    if (option.is_argument) {
      const std::string shape = fmt::format("\\fI{}\\fP", escaped(option.shape));
      text += (option.is_required ? " " + shape : " [" + shape + "]") + (option.is_repeatable ? "..." : "");
    }
  }
  return text;
}

void append_synopsis(std::string& text, const ProgramDescription& description) {
  text += ".SH SYNOPSIS\n";
  bool is_first = true;
  for (const CommandDescription& command : description.commands) {
    append(text, "{}{}\n", is_first ? "" : ".br\n", usage(command));
    is_first = false;
  }
}

void append_command(std::string& text, const CommandDescription& command) {
  append(text, ".SS macrolint {}\n{}\n", escaped(command.name), sentence(command.description));
  append_options(text, command);
  std::istringstream lines(command.notes);
  text += command.notes.empty() ? "" : ".PP\n";
  for (std::string line; std::getline(lines, line);) {
    text += line.empty() ? ".PP\n" : escaped(line) + "\n";
  }
}

/// The text with lines of at most 80 bytes, as readers of troff want them, but for requests and examples.
std::string folded(const std::string& text) {
  constexpr std::size_t width = 80;
  std::istringstream lines(text);
  std::string result;
  bool in_example = false;
  for (std::string line; std::getline(lines, line); result += line + "\n") {
    in_example = line == ".EX" || (in_example && line != ".EE");
    while (!in_example && !line.starts_with('.') && line.size() > width) {
      std::size_t space = line.rfind(' ', width);
      // A full stop at the beginning of a line would make it a request.
      while (space != std::string::npos && space > 0 && line.compare(space + 1, 1, ".") == 0) {
        space = line.rfind(' ', space - 1);
      }
      if (space == std::string::npos || space == 0) {
        break;
      }
      result += line.substr(0, space) + "\n";
      line.erase(0, space + 1);
    }
  }
  return result;
}

void append_examples(std::string& text, const ProgramDescription& description) {
  text += ".SH EXAMPLES\n.EX\n";
  for (const CommandDescription& command : description.commands) {
    for (const std::string& example : command.examples) {
      append(text, "{}\n", escaped(example));
    }
  }
  text += ".EE\n";
}

}  // namespace

std::string manual_page(const ProgramDescription& description, const std::string& day) {
  std::string purpose = description.program.description;
  while (purpose.ends_with('.')) {
    purpose.pop_back();
  }
  std::string text = "." + std::string("\\\" Made by `macrolint manual`.\n");
  append(text, ".TH MACROLINT 1 {} \"macrolint {}\" \"User Commands\"\n", day, MACROLINT_VERSION);
  append(text, ".SH NAME\nmacrolint \\- {}\n", escaped(purpose));
  append_synopsis(text, description);
  text += introduction;
  text += ".SH OPTIONS\n";
  append_options(text, description.program);
  text += ".SH COMMANDS\n";
  for (const CommandDescription& command : description.commands) {
    append_command(text, command);
  }
  text += closing;
  append_examples(text, description);
  return folded(text);
}

}  // namespace macrolint::cli
