#include "markdown/undefined_references.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

/// The most that CommonMark allows.
constexpr std::size_t max_label = 999;

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

bool is_number(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Whether it is something like `A-Z0-9_`, a character class of a regular expression.
bool is_character_class(std::string_view text) {
  bool has_range = false;
  while (!text.empty()) {
    const bool range = text.size() >= 3 && text[1] == '-' && is_ascii_word_byte(text[0]) && is_ascii_word_byte(text[2]);
    if (!range && is_word_byte(text[0])) {
      return false;
    }
    has_range = has_range || range;
    text.remove_prefix(range ? 3 : 1);
  }
  return has_range;
}

/// Whether the text and its label are of the kind that people write in brackets for other reasons.
bool is_other_notation(std::string_view text, std::string_view label) {
  const bool numbers = is_number(text) && is_number(label);
  const bool indices = text.size() == 1 && label.size() == 1;
  const bool classes = is_character_class(text) || is_character_class(label);
  return numbers || indices || classes || text.starts_with('^') || label.starts_with('^');
}

bool is_label(std::string_view label) { return label.size() <= max_label && (label.empty() || !is_blank(label)); }

bool is_escaped(std::string_view text, std::size_t at) {
  const std::size_t other = text.substr(0, at).find_last_not_of('\\');
  const std::size_t backslashes = at - (other == std::string_view::npos ? 0 : other + 1);
  return backslashes % 2 == 1;
}

/// What brackets stand behind when they are an index.
bool may_be_indexed(char before) {
  return is_ascii_word_byte(before) || before == ')' || before == ']' || before == '}' || before == '$';
}

}  // namespace

void UndefinedReferenceFinder::end_block() {
  open_.clear();
  last_.reset();
}

void UndefinedReferenceFinder::read(Span piece, bool in_link, Document& document) {
  const std::size_t begin = piece.begin - offset_;
  const std::string_view seen = text_.substr(0, piece.end - offset_);
  for (std::size_t at = seen.find_first_of("[]", begin); at < seen.size(); at = seen.find_first_of("[]", at + 1)) {
    // The parser leaves the backslash of an escape out and begins a piece behind it.
    if (at == begin && is_escaped(text_, at)) {
      continue;
    }
    if (seen[at] == '[') {
      open_.push_back(at);
    } else if (!open_.empty()) {
      close(at, in_link, document);
    }
  }
}

void UndefinedReferenceFinder::close(std::size_t at, bool in_link, Document& document) {
  const Span brackets{static_cast<std::uint32_t>(open_.back()), static_cast<std::uint32_t>(at) + 1};
  open_.pop_back();
  if (!last_.has_value() || last_->end != brackets.begin) {
    last_ = brackets;
    return;
  }
  const Span first = *last_;
  last_.reset();
  const std::string_view text = text_.substr(first.begin + 1, first.size() - 2);
  const std::string_view label = text_.substr(brackets.begin + 1, brackets.size() - 2);
  const bool image = first.begin > 0 && text_[first.begin - 1] == '!';
  const bool indexed = first.begin > 0 && may_be_indexed(text_[first.begin - 1]);
  const bool goes_on = brackets.end < text_.size() && text_[brackets.end] == '[';
  if (is_blank(text) || !is_label(label) || indexed || goes_on || is_other_notation(text, label) ||
      (in_link && !image)) {
    return;
  }
  UndefinedReference reference;
  reference.whole = {offset_ + first.begin - (image ? 1 : 0), offset_ + brackets.end};
  const Span named = label.empty() ? first : brackets;
  reference.label = {offset_ + named.begin + 1, offset_ + named.end - 1};
  // What Hugo puts in the place of a shortcode may be a label that is defined, and the parser misses definitions whose
  // label goes over a line's end.
  const std::string_view written = document.source->slice(reference.label);
  if (written.find("{{") == std::string_view::npos && written.find('\n') == std::string_view::npos) {
    document.undefined_references.push_back(reference);
  }
}

std::vector<std::string_view> find_defined_labels(std::string_view text) {
  std::vector<std::string_view> labels;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t open = line.find_first_not_of(" >");
    const bool code = line.substr(0, open).find("    ") != std::string_view::npos;
    if (open == std::string_view::npos || line[open] != '[' || code) {
      continue;
    }
    line.remove_prefix(open + 1);
    const std::size_t end = line.find_first_of("[]");
    if (end != std::string_view::npos && end > 0 && line[0] != '^' && line.substr(end).starts_with("]:")) {
      labels.push_back(line.substr(0, end));
    }
  }
  return labels;
}

}  // namespace macrolint
