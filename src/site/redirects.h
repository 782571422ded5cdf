#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/source.h"

namespace macrolint {

/// One line of a redirects file in Netlify's syntax: `from to [status]`
/// (https://docs.netlify.com/routing/redirects/).
struct Redirect {
  Place place;
  std::string_view from;
  std::string_view to;
  /// The day after which the comment above wants it removed, as `YYYY-MM-DD`; empty if it says none.
  std::string_view remove_after;
};

/// Reads `layouts/index.redirects` or `static/_redirects`. Lines with template actions (`{{ … }}`) are left out: what
/// they become only a build can tell. A date in a comment, as in `# Team moved - remove 2025-12-15`, goes for the
/// lines below it until the next blank line.
[[nodiscard]] std::vector<Redirect> read_redirects(const Source& source);

/// The redirects of a site, searched in the order of the file as servers do.
class Redirects {
 public:
  void add(const std::vector<Redirect>& redirects);

  struct Match {
    const Redirect* redirect = nullptr;
    /// Where it leads: `to` with `:splat` and placeholders filled in.
    std::string target;
  };
  /// The first redirect for a path; a slash at the end makes no difference.
  [[nodiscard]] std::optional<Match> find(std::string_view path) const;
  [[nodiscard]] const std::vector<Redirect>& all() const { return redirects_; }

 private:
  std::vector<Redirect> redirects_;
  /// Without their closing slashes.
  std::unordered_map<std::string_view, std::size_t> exact_;
  /// One with `*` or `:name`.
  struct Pattern {
    std::size_t index = 0;
    /// What paths begin with that fit it.
    std::string_view literal;
  };
  /// In order.
  std::vector<Pattern> patterns_;
};

}  // namespace macrolint
