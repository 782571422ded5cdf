#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace macrolint::conformance {

/// A rule of a `_redirects` file.
struct Redirect {
  std::string from;
  std::string to;
  int status = 301;
};

/// Reads the rules: two addresses and perhaps a status a line, `#` starts a comment.
[[nodiscard]] std::vector<Redirect> parse_redirects(std::string_view text);

/// Where the first rule that fits a path sends it. `*` stands for any text, `/*` at the end for none too, and
/// `:name` for one segment; a slash at the end of a path or of a rule makes no difference.
[[nodiscard]] std::optional<std::string> redirected_to(const std::vector<Redirect>& redirects, std::string_view path);

}  // namespace macrolint::conformance
