#include "drift/quote/edit.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "source/characters.h"

namespace macrolint {

namespace {

/// The words on one line, with a blank line before each new block.
std::string paragraphs_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t at = begin; at < end; ++at) {
    if (at > begin && !words[at].text.empty()) {
      text += words[at].begins_block ? "\n\n" : words[at].is_joined ? "" : " ";
    }
    text += words[at].text;
  }
  return text;
}

bool crosses_blocks(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  return begin < end && std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                    words.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](const Word& word) { return word.begins_block; });
}

/// Without white space and the marks of block quotes.
std::string squeezed(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result),
               [](char byte) { return !is_space(byte) && byte != '>'; });
  return result;
}

/// From the first word's core to the last one's.
std::string core_text(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  if (end - begin == 1) {
    return words[begin].core;
  }
  const Word& last = words[end - 1];
  std::string text = text_of_words(words, begin, end);
  const std::size_t before = words[begin].text.find(words[begin].core);
  const std::size_t behind = last.text.size() - last.text.rfind(last.core) - last.core.size();
  return text.substr(before, text.size() - before - behind);
}

class QuoteEditor {
 public:
  QuoteEditor(const Source& page, const ComparedQuote& compared)
      : page_(page), compared_(compared), quoted_(compared.quoted), original_(compared.original) {}

  /// One edit for each difference; none if one of them cannot be made by itself.
  [[nodiscard]] std::vector<Edit> edit_words() const {
    std::vector<Edit> edits;
    for (const Difference& one : compared_.alignment.differences) {
      std::optional<Edit> edit = edit_of(one);
      if (!edit) {
        return {};
      }
      edits.push_back(std::move(*edit));
    }
    return edits;
  }

  [[nodiscard]] std::vector<Edit> replace_whole() const {
    const bool has_gap =
        std::any_of(quoted_.begin(), quoted_.end(), [](const Word& word) { return word.kind == Word::Kind::gap; });
    const std::string text = original_text();
    if (has_gap || text.find("```") != std::string::npos || text.find("~~~") != std::string::npos) {
      return {};
    }
    const bool is_sentence = compared_.quote.form == Quote::Form::sentence;
    if (is_sentence && text.find_first_of("\"\n") != std::string::npos) {
      return {};
    }
    return {{{&page_, compared_.quote.span}, is_sentence ? text : in_lines(text)}};
  }

 private:
  [[nodiscard]] std::optional<Edit> edit_of(const Difference& one) const {
    if (crosses_blocks(quoted_, one.quote_begin, one.quote_end) ||
        crosses_blocks(original_, one.original_begin, one.original_end)) {
      return std::nullopt;
    }
    if (one.quote_begin == one.quote_end) {
      return insertion(one);
    }
    if (one.original_begin == one.original_end) {
      return removal(one);
    }
    const Span span{quoted_[one.quote_begin].core_span.begin, quoted_[one.quote_end - 1].core_span.end};
    if (has_marks(span, core_text(quoted_, one.quote_begin, one.quote_end))) {
      return std::nullopt;
    }
    return Edit{{&page_, span}, core_text(original_, one.original_begin, one.original_end)};
  }

  /// Emphasis, links or entities that an edit would tear apart.
  [[nodiscard]] bool has_marks(Span span, std::string_view words) const {
    return squeezed(page_.slice(span)) != squeezed(words);
  }

  /// Before the next word of the same block, which has no mark before it, or else behind the word before.
  [[nodiscard]] std::optional<Edit> insertion(const Difference& one) const {
    const std::size_t at = one.quote_begin;
    const std::string text = text_of_words(original_, one.original_begin, one.original_end);
    const bool begins_block = original_[one.original_begin].begins_block;
    if (at < quoted_.size() && !quoted_[at].begins_block && at > 0 && !begins_block) {
      const std::uint32_t place = quoted_[at].span.begin;
      const bool follows_space = is_space(page_.text[place - 1]);
      return follows_space ? std::optional<Edit>({{&page_, {place, place}}, text + " "}) : std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Edit> removal(const Difference& one) const {
    const Span words{quoted_[one.quote_begin].span.begin, quoted_[one.quote_end - 1].span.end};
    const bool is_inner = one.quote_begin > 0 && one.quote_end < quoted_.size() &&
                          !quoted_[one.quote_begin].begins_block && !quoted_[one.quote_end].begins_block;
    if (!is_inner || has_marks(words, text_of_words(quoted_, one.quote_begin, one.quote_end))) {
      return std::nullopt;
    }
    const Span span{words.begin, quoted_[one.quote_end].span.begin};
    const bool ends_in_space = squeezed(page_.slice({words.end, span.end})).empty() && words.end < span.end;
    return ends_in_space ? std::optional<Edit>({{&page_, span}, ""}) : std::nullopt;
  }

  /// What the macro says now where the quote lies: Markdown as it is written, else paragraphs.
  [[nodiscard]] std::string original_text() const {
    const std::size_t begin = compared_.alignment.original_begin;
    const std::size_t end = compared_.alignment.original_end;
    const TextView& view = compared_.view;
    if (begin == end) {
      return {};
    }
    const Span span{original_[begin].span.begin, original_[end - 1].span.end};
    const bool is_sentence = compared_.quote.form == Quote::Form::sentence;
    if (is_sentence || view.format == MacroText::Format::html || !view.is_verbatim(span)) {
      return paragraphs_of(original_, begin, end);
    }
    return without_indentation(view.text.substr(span.begin - view.offset, span.size()),
                               indentation_before(span.begin - view.offset));
  }

  /// White space before a place on its line: what YAML puts before each line of a block of text.
  [[nodiscard]] std::size_t indentation_before(std::size_t at) const {
    const std::string_view text = compared_.view.text;
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t first = text.find_first_not_of(' ', line);
    return std::min(first, at) - line;
  }

  static std::string without_indentation(std::string_view text, std::size_t indentation) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
      result += text[at];
      if (text[at] == '\n') {
        const std::size_t first = std::min(text.find_first_not_of(' ', at + 1), text.size());
        at += std::min(indentation, first - at - 1);
      }
    }
    return result;
  }

  /// The text in the place of the quote, each line with what the quote has before its lines.
  [[nodiscard]] std::string in_lines(std::string_view text) const {
    const std::string_view page = page_.text;
    const Span span = compared_.quote.span;
    const std::size_t line = span.begin == 0 ? 0 : page.rfind('\n', span.begin - 1) + 1;
    const bool is_block = compared_.quote.form == Quote::Form::block;
    const std::size_t mark = is_block ? page.find('>', line) : span.begin;
    const std::size_t behind =
        is_block && page.substr(mark + 1).starts_with(' ') ? mark + 2 : mark + (is_block ? 1 : 0);
    const std::string first_prefix(page.substr(span.begin, behind - span.begin));
    std::string prefix(page.substr(line, behind - line));
    std::replace_if(
        prefix.begin(), prefix.end(), [](char byte) { return byte != '>' && !is_space(byte); }, ' ');
    std::string result = first_prefix;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '\n') {
        result += text[at];
        continue;
      }
      const bool is_blank = at + 1 < text.size() && text[at + 1] == '\n';
      result += '\n';
      result += is_blank ? prefix.substr(0, prefix.find_last_not_of(" \t") + 1) : prefix;
    }
    return result;
  }

  const Source& page_;
  const ComparedQuote& compared_;
  const std::vector<Word>& quoted_;
  const std::vector<Word>& original_;
};

}  // namespace

std::optional<Suggestion> suggest_present_wording(const Source& page, const ComparedQuote& compared) {
  const QuoteEditor editor(page, compared);
  if (std::vector<Edit> edits = editor.edit_words(); !edits.empty()) {
    return Suggestion{"replace the words that differ with the macro's", Applicability::unsafe, std::move(edits)};
  }
  if (std::vector<Edit> edits = editor.replace_whole(); !edits.empty()) {
    return Suggestion{"replace the quote with the macro's present wording", Applicability::unsafe, std::move(edits)};
  }
  return std::nullopt;
}

}  // namespace macrolint
