#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace re2 {
class RE2;
}

namespace macrolint {

/// A pattern for paths, as configuration files hold them. `*`, `?` and `[…]` stay within one folder, `**` crosses
/// folders, `{a,b}` lists alternatives, `\` takes the next character literally. A pattern always has to match
/// the whole path; matching takes time linear in the path whatever the pattern is.
class Glob {
 public:
  /// The pattern, or a sentence that says why it is none: an unclosed `[` or `{`, or more than 1,000 characters.
  [[nodiscard]] static std::variant<Glob, std::string> compile(std::string_view pattern);

  Glob(Glob&&) noexcept;
  Glob& operator=(Glob&&) noexcept;
  ~Glob();

  /// Safe to call from several threads.
  [[nodiscard]] bool matches(std::string_view path) const;

 private:
  explicit Glob(std::unique_ptr<re2::RE2> expression);

  std::unique_ptr<re2::RE2> expression_;
};

}  // namespace macrolint
