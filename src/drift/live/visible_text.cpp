#include "drift/live/visible_text.h"

#include <algorithm>
#include <iterator>

#include "drift/quote/wording.h"
#include "html/entities.h"
#include "liquid/liquid_construct.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Text that has the plain form of typographic quotes and hyphens, and nothing that nobody sees.
std::string plain(std::string_view text) {
  constexpr std::string_view beginning = "\xE2\x80";
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!text.substr(at).starts_with(beginning) || at + 2 >= text.size()) {
      result += text[at];
      continue;
    }
    const auto last = static_cast<unsigned char>(text[at + 2]);
    at += 2;
    if (last == 0x90 || last == 0x91) {
      result += '-';
    } else if (last >= 0x98 && last <= 0x9B) {
      result += '\'';
    } else if (last >= 0x9C && last <= 0x9F) {
      result += '"';
    } else if (last < 0x8B || last > 0x8F) {  // what has no width is left out
      result += beginning;
      result += static_cast<char>(last);
    }
  }
  return result;
}

/// What one renderer of Markdown takes for marks another may leave in the text.
void strip_marks(std::string& token) {
  constexpr std::string_view marks = "*_~`\\";
  const std::size_t begin = std::min(token.find_first_not_of(marks), token.size());
  const std::size_t end = token.find_last_not_of(marks);
  token = begin == token.size() ? "" : token.substr(begin, end + 1 - begin);
  if (token.ends_with("..")) {
    token.erase(token.find_last_not_of('.') + 1);
  }
}

/// `1.`, which is text where the list was not taken for one.
bool is_number_of_item(std::string_view token) {
  return token.size() > 1 && (token.back() == '.' || token.back() == ')') &&
         std::all_of(token.begin(), token.end() - 1, is_digit);
}

std::string token_of(const Word& word) {
  std::string token = plain(word.text);
  if (word.kind == Word::Kind::placeholder || word.kind == Word::Kind::stand_in) {
    std::erase_if(token, is_space);
  }
  strip_marks(token);
  return token;
}

std::vector<std::string> liquid_tags(std::string_view text) {
  std::vector<std::string> tags;
  for (std::size_t at = find_liquid_opening(text, 0); at != std::string_view::npos;) {
    const LiquidConstruct construct = read_liquid_construct(text, at);
    if (construct.end == LiquidConstruct::End::closed && !construct.is_output) {
      std::string tag = plain(decode_entities(
          text.substr(construct.inside_begin, construct.inside_end - construct.inside_begin)));
      std::erase_if(tag, is_space);
      tags.push_back(std::move(tag));
    }
    at = find_liquid_opening(text, std::max(construct.after, at + 2));
  }
  return tags;
}

}  // namespace

std::optional<VisibleText> visible_text(std::string_view text, MacroText::Format format, std::uint32_t offset) {
  if (text.size() > longest_wording) {
    return std::nullopt;
  }
  VisibleText visible;
  std::vector<Word> words =
      format == MacroText::Format::html ? words_of_html(text, offset) : words_of_markdown(text, offset);
  for (Word& word : words) {
    // `<name>` is a tag to one renderer and text to another.
    const bool is_tag = word.kind == Word::Kind::stand_in &&
                        (word.text.starts_with('<') ||
                         (format != MacroText::Format::html && text[word.span.begin - offset] == '<'));
    std::string token = word.kind == Word::Kind::gap || is_tag ? "" : token_of(word);
    if (!token.empty() && !is_number_of_item(token)) {
      visible.whole += token;
      visible.tokens.push_back(std::move(token));
      visible.words.push_back(std::move(word));
    }
  }
  visible.tags = liquid_tags(text);
  const bool is_unread = visible.words.empty() && !std::all_of(text.begin(), text.end(), is_space);
  return is_unread ? std::nullopt : std::optional(std::move(visible));
}

bool is_same(const VisibleText& left, const VisibleText& right) {
  return left.whole == right.whole && left.tags == right.tags;
}

TextDifference difference_of(const VisibleText& left, const VisibleText& right) {
  const auto [left_at, right_at] =
      std::mismatch(left.tokens.begin(), left.tokens.end(), right.tokens.begin(), right.tokens.end());
  const auto left_last = std::make_reverse_iterator(left_at);
  const auto right_last = std::make_reverse_iterator(right_at);
  const auto [left_back, right_back] =
      std::mismatch(left.tokens.rbegin(), left_last, right.tokens.rbegin(), right_last);
  return {static_cast<std::size_t>(left_at - left.tokens.begin()),
          static_cast<std::size_t>(left_back.base() - left.tokens.begin()),
          static_cast<std::size_t>(right_back.base() - right.tokens.begin())};
}

std::string excerpt_of(const VisibleText& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t most_words = 8;
  const std::size_t from = begin - std::min<std::size_t>(begin, 1);
  const std::size_t to = std::min(text.words.size(), end + 1);
  const std::size_t cut = std::min(to, from + most_words);
  return (from > 0 ? "… " : "") + text_of_words(text.words, from, cut) + (cut < text.words.size() ? " …" : "");
}

}  // namespace macrolint
