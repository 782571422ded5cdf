#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace macrolint {

/// A name in an expression and where it begins in it.
struct LiquidName {
  std::size_t begin = 0;
  std::string text;
};

/// The names in a Liquid expression such as `ticket.tags | split: " " | first`.
struct LiquidExpression {
  /// Paths of variables; those with an index, such as `tags[0]`, are left out.
  std::vector<LiquidName> variables;
  std::vector<LiquidName> filters;
  /// A second name without an operator between, which Liquid ignores; looked for in outputs only.
  std::optional<LiquidName> ignored;
};

/// The markup with quoted strings blanked, byte for byte. HTML's character references for quotes count as quotes,
/// others are blanked.
[[nodiscard]] std::string blank_liquid_strings(std::string_view markup);

/// `markup` is the inside of `{{ … }}` or what follows a tag's name. HTML tags in it make it unreadable: then
/// nothing is found.
[[nodiscard]] LiquidExpression read_liquid_expression(std::string_view markup, bool is_output);

}  // namespace macrolint
