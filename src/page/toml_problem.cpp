#include "page/toml_problem.h"

#include <toml++/toml.h>

#include <algorithm>

namespace macrolint {

namespace {

/// The line that a position lies in; the parser counts lines from 1.
Span line_at(std::string_view text, std::uint32_t number) {
  std::size_t begin = 0;
  for (; number > 1 && begin < text.size(); --number) {
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  }
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::optional<TomlProblem> find_toml_problem(std::string_view text) {
  try {
    static_cast<void>(toml::parse(text));
    return std::nullopt;
  } catch (const toml::parse_error& error) {
    return TomlProblem{line_at(text, error.source().begin.line), std::string(error.description())};
  }
}

}  // namespace macrolint
