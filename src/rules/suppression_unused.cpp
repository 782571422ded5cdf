#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "diagnostic/in_backticks.h"
#include "rule/rule.h"
#include "source/characters.h"
#include "source/nearest.h"

namespace macrolint {

namespace {

using Kind = Suppression::Kind;
using Name = Suppression::Name;

constexpr std::array<std::string_view, 3> words = {"macrolint-disable-next-line", "macrolint-disable",
                                                   "macrolint-enable"};

bool is_line_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

/// Takes the comment away: with its line where it stands alone, else with the blanks before it. A line between two
/// lines of text stays as a blank one, since it may be what keeps two paragraphs apart.
Edit removal(const Suppression& suppression) {
  const std::string_view text = suppression.source->text;
  std::size_t begin = suppression.comment.begin;
  std::size_t end = suppression.comment.end;
  while (begin > 0 && is_line_space(text[begin - 1])) {
    --begin;
  }
  while (end < text.size() && is_line_space(text[end])) {
    ++end;
  }
  const bool begins_line = begin == 0 || text[begin - 1] == '\n';
  const bool ends_line = end == text.size() || text[end] == '\n';
  if (!ends_line) {
    end = suppression.comment.end;
    begin = begins_line ? suppression.comment.begin : begin;
  } else if (begins_line) {
    const bool is_yaml = text[suppression.comment.begin] == '#';
    std::size_t before = begin == 0 ? 0 : begin - 1;
    while (before > 0 && is_line_space(text[before - 1])) {
      --before;
    }
    const bool behind_text = before > 0 && text[before - 1] != '\n';
    const std::size_t next = skip_spaces(text, end);
    const bool before_text = next < text.size() && text.substr(end, next - end).find('\n', 1) == std::string_view::npos;
    end += end < text.size() && (is_yaml || !behind_text || !before_text) ? 1U : 0U;
  }
  return {{suppression.source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}}, ""};
}

/// Takes one of several names away, with the comma that belongs to it.
Edit removal_of_name(const Suppression& suppression, std::size_t index) {
  const std::vector<Name>& names = suppression.names;
  const Span name = names[index].span;
  const Span span = index + 1 < names.size() ? Span{name.begin, names[index + 1].span.begin}
                                             : Span{names[index - 1].span.end, name.end};
  return {{suppression.source, span}, ""};
}

bool is_unneeded(const Name& name) { return name.fate == Name::Fate::unused || name.fate == Name::Fate::unknown; }

void report_unknown_word(const Suppression& suppression, const Reporter& reporter) {
  const std::string word(suppression.source->slice(suppression.word));
  Diagnostic& diagnostic = reporter.report(
      {suppression.source, suppression.word}, word,
      fmt::format("There is no comment {}. Expected {}.", in_backticks(word), choice_in_backticks(words)));
  if (const auto near = nearest(word, words)) {
    diagnostic.suggestions.push_back({fmt::format("did you mean {}?", in_backticks(*near)),
                                      Applicability::unsafe,
                                      {{{suppression.source, suppression.word}, std::string(*near)}}});
  }
}

void report_unknown_name(const Suppression& suppression, const Name& name, const Reporter& reporter) {
  const std::string written(suppression.source->slice(name.span));
  Diagnostic& diagnostic =
      reporter.report({suppression.source, name.span}, written,
                      fmt::format("There is no rule {}, so this suppresses nothing.", in_backticks(written)));
  std::vector<std::string_view> known;
  for (const Rule* rule : all_rules()) {
    known.push_back(rule->name);
  }
  if (const auto near = nearest(written, known)) {
    diagnostic.suggestions.push_back({fmt::format("did you mean {}?", in_backticks(*near)),
                                      Applicability::unsafe,
                                      {{{suppression.source, name.span}, std::string(*near)}}});
  }
}

std::string where(Kind kind) {
  switch (kind) {
    case Kind::next_line:
      return "on the next line";
    case Kind::line:
      return "on this line";
    default:
      return "between here and where it is enabled again";
  }
}

std::string unneeded_message(const Suppression& suppression, const std::string& rule) {
  if (suppression.kind == Kind::enable) {
    return fmt::format("{} is not disabled before this comment, so there is nothing to enable.", rule);
  }
  return fmt::format("{} reports nothing {}, so there is nothing to suppress.", rule, where(suppression.kind));
}

void report_unneeded(const Suppression& suppression, std::size_t index, bool all, const Reporter& reporter) {
  const Name& name = suppression.names[index];
  const std::string rule(suppression.source->slice(name.span));
  Diagnostic& diagnostic =
      reporter.report({suppression.source, name.span}, rule, unneeded_message(suppression, in_backticks(rule)));
  if (all && index == 0) {
    diagnostic.suggestions.push_back({"remove the comment", Applicability::safe, {removal(suppression)}});
  } else if (!all) {
    diagnostic.suggestions.push_back(
        {fmt::format("remove {}", in_backticks(rule)), Applicability::safe, {removal_of_name(suppression, index)}});
  }
}

void check_names(const Suppression& suppression, const Reporter& reporter) {
  const std::vector<Name>& names = suppression.names;
  const bool all = std::all_of(names.begin(), names.end(), is_unneeded);
  for (std::size_t index = 0; index < names.size() && !reporter.is_full(); ++index) {
    if (names[index].fate == Name::Fate::unknown) {
      report_unknown_name(suppression, names[index], reporter);
    } else if (names[index].fate == Name::Fate::unused) {
      report_unneeded(suppression, index, all, reporter);
    }
  }
  const bool wants_reason = suppression.kind != Kind::enable && !suppression.has_reason;
  if (wants_reason && !all) {
    reporter.report({suppression.source, suppression.comment}, std::string(suppression.source->slice(suppression.word)),
                    "This comment does not say why. Write the reason behind the rules: `RULE -- reason`.");
  }
}

void check(const std::vector<Suppression>& suppressions, const Reporter& reporter) {
  for (const Suppression& suppression : suppressions) {
    const std::string word(suppression.source->slice(suppression.word));
    if (suppression.kind == Kind::unknown) {
      report_unknown_word(suppression, reporter);
    } else if (!suppression.names.empty()) {
      check_names(suppression, reporter);
    } else if (suppression.kind != Kind::enable) {
      reporter.report({suppression.source, suppression.comment}, word,
                      "This comment names no rule, so it suppresses nothing. Expected the names of rules and a reason: "
                      "`RULE, RULE -- reason`.");
    } else if (suppression.ends_nothing) {
      reporter
          .report({suppression.source, suppression.comment}, word,
                  "Nothing is disabled before this comment, so there is nothing to enable.")
          .suggestions.push_back({"remove the comment", Applicability::safe, {removal(suppression)}});
    }
  }
}

}  // namespace

extern const Rule suppression_unused;
const Rule suppression_unused = {
    .name = "suppression-unused",
    .severity = Severity::warning,
    .summary = "A comment suppresses a finding that is not there, or does not say which or why",
    .explanation =
        "Comments such as `<!-- macrolint-disable-next-line RULE -- reason -->` keep a finding back. When the finding "
        "is gone, the comment is left behind, and would hide the next one without a word. Reported are comments that "
        "keep nothing back, that name no rule or one that does not exist, that give no reason, and `macrolint-enable` "
        "where nothing is disabled. Nothing is said about rules that are off. See "
        "[Living with findings](living-with-findings.md).",
    .bad =
        "-- handbook/content/schools.md --\n"
        "<!-- macrolint-disable-next-line inbox-unknown -- the school's own address -->\n"
        "Schools write to education@example.com.\n",
    .good =
        "-- handbook/content/schools.md --\n"
        "<!-- macrolint-disable-next-line inbox-unknown -- an example of an address -->\n"
        "Schools write from an address such as head@example.com.\n",
    .check_suppressions = check,
};

}  // namespace macrolint
