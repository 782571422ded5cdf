#include "configuration/glob.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <utility>

#include "source/source.h"

namespace macrolint {

namespace {

constexpr std::size_t longest_pattern = 1000;
constexpr std::int64_t expression_memory = std::int64_t{1} << 20;

/// Translates one pattern to a regular expression, character by character.
class Translation {
 public:
  explicit Translation(std::string_view pattern) : pattern_(pattern) {}

  /// False when the pattern is malformed; `problem` then says how.
  bool run() {
    while (at_ < pattern_.size() && problem.empty()) {
      step();
    }
    if (problem.empty() && open_braces_ > 0) {
      problem = "a `{` is not closed";
    }
    return problem.empty();
  }

  std::string expression;
  std::string problem;

 private:
  void step() {
    const char character = pattern_[at_];
    ++at_;
    switch (character) {
      case '*':
        star();
        break;
      case '?':
        expression += "[^/]";
        break;
      case '[':
        character_class();
        break;
      case '{':
        ++open_braces_;
        expression += "(?:";
        break;
      case '}':
        expression += open_braces_ > 0 ? ")" : "\\}";
        open_braces_ -= open_braces_ > 0 ? 1 : 0;
        break;
      case ',':
        expression += open_braces_ > 0 ? "|" : ",";
        break;
      case '\\':
        if (at_ == pattern_.size()) {
          problem = "it ends with a lone `\\`";
        } else {
          literal(pattern_[at_]);
          ++at_;
        }
        break;
      default:
        literal(character);
    }
  }

  /// `**/` also matches no folder at all, so that `a/**/b` finds `a/b`.
  void star() {
    if (at_ == pattern_.size() || pattern_[at_] != '*') {
      expression += "[^/]*";
      return;
    }
    const bool starts_segment = at_ < 2 || pattern_[at_ - 2] == '/';
    while (at_ < pattern_.size() && pattern_[at_] == '*') {
      ++at_;
    }
    if (starts_segment && at_ < pattern_.size() && pattern_[at_] == '/') {
      ++at_;
      expression += "(?:.*/)?";
    } else {
      expression += ".*";
    }
  }

  void character_class() {
    expression += '[';
    if (at_ < pattern_.size() && (pattern_[at_] == '!' || pattern_[at_] == '^')) {
      expression += "^/";
      ++at_;
    }
    const std::size_t first = at_;
    for (; at_ < pattern_.size() && (pattern_[at_] != ']' || at_ == first); ++at_) {
      const char character = pattern_[at_];
      if (character == '[' || character == ']' || character == '\\' || character == '^') {
        expression += '\\';
      }
      expression += character;
    }
    if (at_ >= pattern_.size()) {
      problem = "a `[` is not closed";
      return;
    }
    ++at_;
    expression += ']';
  }

  void literal(char character) {
    constexpr std::string_view special = R"(\.+*?()|[]{}^$)";
    if (special.find(character) != std::string_view::npos) {
      expression += '\\';
    }
    expression += character;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  int open_braces_ = 0;
};

}  // namespace

Glob::Glob(std::unique_ptr<re2::RE2> expression) : expression_(std::move(expression)) {}
Glob::Glob(Glob&&) noexcept = default;
Glob& Glob::operator=(Glob&&) noexcept = default;
Glob::~Glob() = default;

std::variant<Glob, std::string> Glob::compile(std::string_view pattern) {
  if (count_characters(pattern) > longest_pattern) {
    return fmt::format("A pattern of more than {} characters is not accepted.", longest_pattern);
  }
  Translation translation(pattern);
  if (!translation.run()) {
    return fmt::format("`{}` is not a usable pattern: {}.", pattern, translation.problem);
  }
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_dot_nl(true);
  options.set_max_mem(expression_memory);
  auto expression = std::make_unique<re2::RE2>(translation.expression, options);
  if (!expression->ok()) {
    return fmt::format("`{}` is not a usable pattern: {}.", pattern, expression->error());
  }
  return Glob(std::move(expression));
}

bool Glob::matches(std::string_view path) const {
  return re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *expression_);
}

}  // namespace macrolint
