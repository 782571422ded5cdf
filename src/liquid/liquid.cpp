#include "liquid/liquid.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "diagnostic/in_backticks.h"
#include "liquid/liquid_blocks.h"
#include "liquid/liquid_construct.h"
#include "liquid/liquid_expression.h"
#include "liquid/liquid_words.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

constexpr std::size_t max_problems = 50;
constexpr std::string_view white_space = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  return text.substr(0, text.find_last_not_of(white_space) + 1);
}

/// The start of an unfinished construct: enough to recognise it.
std::string_view first_words(std::string_view text) {
  constexpr std::size_t limit = 40;
  text = text.substr(0, text.find('\n'));
  if (text.size() > limit) {
    const std::size_t space = text.rfind(' ', limit);
    std::size_t end = space == std::string_view::npos || space < 4 ? limit : space;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    text = text.substr(0, end);
  }
  return text.substr(0, text.find_last_not_of(white_space) + 1);
}

/// What an operator that Liquid does not have is written as in Liquid; empty for everything else.
std::string_view operator_meant(std::string_view condition, std::size_t at) {
  const char before = at > 0 ? condition[at - 1] : '\0';
  const std::string_view rest = condition.substr(at);
  if (rest.starts_with("&&")) {
    return "and";
  }
  if (rest.starts_with("||")) {
    return "or";
  }
  const bool is_comparison = rest.starts_with("==") || before == '=' || before == '!' || before == '<' || before == '>';
  return rest.starts_with("=") && !is_comparison ? "==" : "";
}

class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t offset)
      : text_(text), offset_(offset), blocks_(text, offset, result_.problems) {}

  Liquid scan() && {
    for (std::size_t at = find_liquid_opening(text_, 0);
         at != std::string_view::npos && result_.problems.size() < max_problems && !blocks_.too_deep();
         at = find_liquid_opening(text_, at)) {
      at = read(read_liquid_construct(text_, at));
    }
    blocks_.finish();
    result_.problems.resize(std::min(result_.problems.size(), max_problems));
    drop_assigned();
    return std::move(result_);
  }

 private:
  /// A part of the text, such as a tag's markup.
  struct Part {
    std::size_t begin = 0;
    std::string_view text;
  };

  [[nodiscard]] Part part(std::size_t begin, std::size_t end) const {
    return {begin, text_.substr(begin, end - begin)};
  }
  [[nodiscard]] Span span(std::size_t begin, std::size_t size) const {
    return {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(begin + size)};
  }

  void report(const Part& place, std::string message, std::string replacement = "") {
    result_.problems.push_back({span(place.begin, place.text.size()), std::move(message), std::move(replacement)});
  }

  std::size_t read(const LiquidConstruct& construct) {
    const Part whole = part(construct.open, construct.after);
    if (construct.end != LiquidConstruct::End::closed) {
      report_unfinished(construct, whole);
      return construct.after;
    }
    if (construct.is_output) {
      result_.pieces.push_back({span(whole.begin, whole.text.size()), ""});
      read_output(whole, part(construct.inside_begin, construct.inside_end));
      return construct.after;
    }
    return read_tag(construct, whole);
  }

  void report_unfinished(const LiquidConstruct& construct, const Part& whole) {
    const std::string_view mark = construct.is_output ? "}}" : "%}";
    if (construct.end == LiquidConstruct::End::wrong_mark || construct.end == LiquidConstruct::End::single_brace) {
      const Part written = part(construct.close, construct.after);
      report(whole, fmt::format("{} is closed with `{}`; write `{}`.", in_backticks(whole.text), written.text, mark),
             std::string(text_.substr(construct.open, construct.close - construct.open)) + std::string(mark));
      return;
    }
    const Part start{whole.begin, first_words(whole.text)};
    report(start, fmt::format("{} is never closed; expected `{}` behind it.", in_backticks(start.text), mark));
  }

  void add_variables(const LiquidExpression& expression, std::size_t base) {
    for (const LiquidName& name : expression.variables) {
      result_.variables.push_back({span(base + name.begin, name.text.size()), name.text});
    }
  }

  void check_filters(const LiquidExpression& expression, std::size_t base) {
    for (const LiquidName& filter : expression.filters) {
      if (!is_liquid_filter(filter.text)) {
        const auto near = nearest(filter.text, liquid_filter_names());
        report({base + filter.begin, filter.text},
               fmt::format("Liquid has no filter {}, so it does nothing.", in_backticks(filter.text)),
               std::string(near.value_or("")));
      }
    }
  }

  void read_output(const Part& whole, const Part& inside) {
    if (trimmed(inside.text).empty()) {
      report(whole, fmt::format("{} is empty and renders as nothing; expected the name of a placeholder.",
                                in_backticks(whole.text)));
      return;
    }
    const LiquidExpression expression = read_liquid_expression(inside.text, true);
    add_variables(expression, inside.begin);
    check_filters(expression, inside.begin);
    if (expression.ignored.has_value()) {
      const LiquidName& name = *expression.ignored;
      report({inside.begin + name.begin, name.text},
             fmt::format("{} in {} is ignored; expected one name, or `|` before a filter.", in_backticks(name.text),
                         in_backticks(whole.text)));
    }
  }

  std::size_t read_tag(const LiquidConstruct& construct, const Part& whole) {
    const LiquidTagName place = liquid_tag_name(text_, construct);
    const Part written = part(place.begin, place.end);
    const std::string name(written.text);
    const Span tag = span(whole.begin, whole.text.size());
    result_.pieces.push_back({tag, name});
    const LiquidTagKind* kind = find_liquid_tag(name);
    if (kind == nullptr) {
      report_unknown_tag(whole, written);
      return construct.after;
    }
    const Part markup = part(place.end, construct.inside_end);
    if (kind->needs_markup && trimmed(markup.text).empty()) {
      report(whole,
             fmt::format("{} has nothing behind `{}`; expected what it applies to.", in_backticks(whole.text), name));
    } else {
      read_markup(name, markup);
    }
    switch (kind->role) {
      case LiquidTagKind::Role::opening:
        return open_block(name, tag, construct.after);
      case LiquidTagKind::Role::closing:
        blocks_.close(name, tag);
        break;
      case LiquidTagKind::Role::branch:
        blocks_.branch(name, tag);
        break;
      case LiquidTagKind::Role::single:
        break;
    }
    return construct.after;
  }

  void report_unknown_tag(const Part& whole, const Part& name) {
    if (name.text.empty()) {
      report(whole, fmt::format("{} has no tag name.", in_backticks(whole.text)));
      return;
    }
    // Written so in other languages; by its letters `elseif` is as near to `else`.
    const auto near = name.text == "elseif" || name.text == "elif" ? std::optional<std::string_view>("elsif")
                                                                   : nearest(name.text, liquid_tag_names());
    report(name, fmt::format("Liquid has no tag {}.", in_backticks(name.text)), std::string(near.value_or("")));
  }

  /// Takes the variables that a tag reads, and the names that it gives values to.
  void read_markup(const std::string& name, const Part& markup) {
    if (name == "assign") {
      read_assignment(markup);
    } else if (name == "for" || name == "tablerow") {
      read_loop(name, markup);
    } else if (name == "capture" || name == "increment" || name == "decrement") {
      const std::string_view variable = trimmed(markup.text);
      const bool is_quoted = variable.size() > 1 && (variable.front() == '"' || variable.front() == '\'');
      assigned_.emplace(is_quoted ? variable.substr(1, variable.size() - 2) : variable);
    } else if (name == "if" || name == "elsif" || name == "unless") {
      check_operators(markup);
      add_variables(read_liquid_expression(markup.text, false), markup.begin);
    } else if (name == "case" || name == "when" || name == "cycle" || name == "echo") {
      const LiquidExpression expression = read_liquid_expression(markup.text, false);
      add_variables(expression, markup.begin);
      check_filters(expression, markup.begin);
    } else if (name == "liquid" || name == "include" || name == "render") {
      assigns_out_of_sight_ = true;
    }
  }

  void read_assignment(const Part& markup) {
    const std::size_t equals = markup.text.find('=');
    if (equals == std::string_view::npos) {
      report(markup, fmt::format("`assign` expects `name = value`, but has {}.", in_backticks(trimmed(markup.text))));
      return;
    }
    assigned_.emplace(trimmed(markup.text.substr(0, equals)));
    const LiquidExpression value = read_liquid_expression(markup.text.substr(equals + 1), false);
    add_variables(value, markup.begin + equals + 1);
    check_filters(value, markup.begin + equals + 1);
  }

  void read_loop(const std::string& name, const Part& markup) {
    constexpr std::string_view separator = " in ";
    const std::size_t in = markup.text.find(separator);
    const std::string_view variable = trimmed(markup.text.substr(0, in));
    if (in == std::string_view::npos || variable.empty()) {
      report(markup, fmt::format("`{}` expects `item in list`, but has {}.", name, in_backticks(trimmed(markup.text))));
      return;
    }
    assigned_.emplace(variable);
    const std::size_t list = in + separator.size();
    add_variables(read_liquid_expression(markup.text.substr(list), false), markup.begin + list);
  }

  void check_operators(const Part& markup) {
    const std::string condition = blank_liquid_strings(markup.text);
    for (std::size_t at = 0; at < condition.size(); ++at) {
      const std::string_view meant = operator_meant(condition, at);
      if (!meant.empty()) {
        const std::size_t length = meant == "==" ? 1 : 2;
        const Part written{markup.begin + at, markup.text.substr(at, length)};
        report(written, fmt::format("Liquid has no operator `{}`; expected `{}`.", written.text, meant),
               std::string(meant));
        return;
      }
    }
  }

  std::size_t open_block(const std::string& name, Span tag, std::size_t after) {
    if (name != "raw" && name != "comment" && name != "doc") {
      blocks_.open(name, tag);
      return after;
    }
    const LiquidConstruct closing = find_end_of_liquid_body(text_, name, after);
    if (closing.end != LiquidConstruct::End::closed) {
      blocks_.report_unclosed(name, tag);
    } else {
      result_.pieces.push_back({span(closing.open, closing.after - closing.open), "end" + name});
    }
    return closing.after;
  }

  /// Names that the text itself gives values to are no placeholders, wherever they are read.
  void drop_assigned() {
    if (assigns_out_of_sight_) {
      result_.variables.clear();
      return;
    }
    std::erase_if(result_.variables, [this](const LiquidVariable& variable) {
      const std::string_view root = std::string_view(variable.path).substr(0, variable.path.find('.'));
      return root == "forloop" || root == "tablerowloop" || assigned_.contains(root);
    });
  }

  std::string_view text_;
  std::uint32_t offset_;
  Liquid result_;
  LiquidBlocks blocks_;
  std::set<std::string, std::less<>> assigned_;
  bool assigns_out_of_sight_ = false;
};

}  // namespace

Liquid scan_liquid(std::string_view text, std::uint32_t offset) { return Scanner(text, offset).scan(); }

}  // namespace macrolint
