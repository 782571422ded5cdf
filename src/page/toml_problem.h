#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/source.h"

namespace macrolint {

/// Why a text is not TOML, and where.
struct TomlProblem {
  Span span;
  /// In the words of the parser, without a period.
  std::string reason;
};

/// The first thing that keeps `text` from being TOML (https://toml.io); nothing if it is.
[[nodiscard]] std::optional<TomlProblem> find_toml_problem(std::string_view text);

}  // namespace macrolint
