#include "liquid/liquid_expression.h"

#include <algorithm>
#include <array>
#include <utility>

#include "liquid/liquid_words.h"
#include "source/characters.h"

namespace macrolint {

namespace {

bool begins_name(char byte) { return is_letter(byte) || byte == '_'; }
char at_or_zero(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// What stands for a quotation mark in rich text, and the mark.
constexpr std::array<std::pair<std::string_view, char>, 10> written_quotes = {{
    {"&quot;", '"'},
    {"&#34;", '"'},
    {"&#x22;", '"'},
    {"&ldquo;", '"'},
    {"&rdquo;", '"'},
    {"&#39;", '\''},
    {"&apos;", '\''},
    {"&lsquo;", '\''},
    {"\xE2\x80\x9C", '"'},
    {"\xE2\x80\x9D", '"'},
}};

void resolve_quote(std::string& text, std::size_t at) {
  const std::string_view rest = std::string_view(text).substr(at);
  for (const auto& [written, quote] : written_quotes) {
    if (rest.starts_with(written)) {
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), written.size(), ' ');
      text[at] = quote;
      return;
    }
  }
  constexpr std::size_t longest_reference = 10;
  const std::size_t end = rest.substr(0, longest_reference).find(';');
  if (rest.front() == '&' && end != std::string_view::npos) {
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), end + 1, ' ');
  }
}

/// Reads names from markup whose strings are blanked.
class NameReader {
 public:
  NameReader(std::string_view text, bool is_output) : text_(text), is_output_(is_output) {}

  LiquidExpression read() && {
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '|') {
        read_filter();
      } else if (begins_name(byte)) {
        read_name();
      } else if (is_digit(byte)) {
        skip_number();
      } else {
        ++at_;
      }
    }
    return std::move(expression_);
  }

 private:
  void read_filter() {
    ++at_;
    if (at_or_zero(text_, at_) == '|') {
      ++at_;
      return;
    }
    after_bar_ = true;
    while (is_space(at_or_zero(text_, at_))) {
      ++at_;
    }
    const std::size_t begin = at_;
    while (begins_name(at_or_zero(text_, at_)) || is_digit(at_or_zero(text_, at_))) {
      ++at_;
    }
    if (at_ > begin) {
      expression_.filters.push_back({begin, std::string(text_.substr(begin, at_ - begin))});
    }
  }

  /// A number, or the start of a range such as `1..5`.
  void skip_number() {
    while (is_digit(at_or_zero(text_, at_)) ||
           (at_or_zero(text_, at_) == '.' && is_digit(at_or_zero(text_, at_ + 1)))) {
      ++at_;
    }
  }

  void read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      const char next = at_or_zero(text_, at_ + 1);
      const bool inside = begins_name(byte) || is_digit(byte) || byte == '-' || byte == '?' ||
                          (byte == '.' && (begins_name(next) || is_digit(next)));
      if (!inside) {
        break;
      }
      ++at_;
    }
    const std::string_view name = text_.substr(begin, at_ - begin);
    const char next = at_or_zero(text_, at_);
    if (next == '[') {
      skip_index();
      names_before_bar_ += after_bar_ ? 0U : 1U;
      return;
    }
    if (next == ':' || is_liquid_keyword(name)) {
      return;
    }
    if (is_output_ && !after_bar_ && names_before_bar_++ > 0) {
      if (!expression_.ignored.has_value()) {
        expression_.ignored = LiquidName{begin, std::string(name)};
      }
      return;
    }
    expression_.variables.push_back({begin, std::string(name)});
  }

  /// `[0]`, `["key"]` and what follows, such as `.name`.
  void skip_index() {
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '|' && text_[at_] != ',') {
      ++at_;
    }
  }

  std::string_view text_;
  bool is_output_;
  std::size_t at_ = 0;
  bool after_bar_ = false;
  std::size_t names_before_bar_ = 0;
  LiquidExpression expression_;
};

bool holds_html(std::string_view markup) {
  for (std::size_t at = markup.find('<'); at != std::string_view::npos; at = markup.find('<', at + 1)) {
    const char next = at_or_zero(markup, at + 1);
    if (begins_name(next) || next == '/' || next == '!') {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string blank_liquid_strings(std::string_view markup) {
  std::string text(markup);
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&' || text[at] == '\xE2') {
      resolve_quote(text, at);
    }
    const char byte = text[at];
    if (quote != 0) {
      text[at] = ' ';
      quote = byte == quote ? '\0' : quote;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
      text[at] = ' ';
    }
  }
  return text;
}

LiquidExpression read_liquid_expression(std::string_view markup, bool is_output) {
  const std::string text = blank_liquid_strings(markup);
  if (holds_html(text)) {
    return {};
  }
  const std::size_t first = std::min(markup.find_first_not_of(" \t\r\n"), markup.size());
  const bool starts_with_literal = first < markup.size() && text[first] != markup[first];
  LiquidExpression expression = NameReader(text, is_output).read();
  if (starts_with_literal) {
    expression.ignored.reset();
  }
  return expression;
}

}  // namespace macrolint
