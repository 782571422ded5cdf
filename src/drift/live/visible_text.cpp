#include "drift/live/visible_text.h"

#include <algorithm>
#include <iterator>

#include "drift/quote/wording.h"
#include "html/entities.h"
#include "liquid/liquid_construct.h"
#include "source/characters.h"

namespace macrolint {

namespace {

/// Without what has no width, such as a soft hyphen.
std::string without_invisible(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\xC2\xAD")) {
      ++at;
      continue;
    }
    const bool is_in_row = text.substr(at).starts_with("\xE2\x80") && at + 2 < text.size();
    const auto last = is_in_row ? static_cast<unsigned char>(text[at + 2]) : 0U;
    if (is_in_row && last >= 0x8B && last <= 0x8F) {
      at += 2;
      continue;
    }
    result += text[at];
  }
  return result;
}

/// Letters, digits and characters beyond ASCII, but for typographic marks.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\xE2\x80") && at + 2 < text.size()) {
      at += 2;  // quotes, dashes, ellipses, bullets
    } else if (is_letter(text[at]) || is_digit(text[at]) || is_beyond_ascii(text[at])) {
      letters += text[at];
    }
  }
  return letters;
}

/// Where the brackets that open at `at` close; `npos` if they do not within what people write into brackets.
std::size_t end_of_brackets(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 80;
  const char close = text[at] == '[' ? ']' : text[at] == '<' ? '>' : '\0';
  const std::size_t size = close == '\0' ? std::string_view::npos : text.substr(at, longest).find(close);
  return size == std::string_view::npos ? size : at + size;
}

/// The words on one line, and where each of them ends in it. What stands in brackets is left out: `<name>`, `[^1]` and
/// `[x]` are a tag, a footnote and a box to one renderer of Markdown, and text to another.
struct Line {
  std::string text;
  std::vector<std::size_t> ends;
};

Line line_of(const std::vector<Word>& words) {
  std::string all;
  std::vector<std::size_t> ends;
  for (const Word& word : words) {
    all += word.text;
    ends.push_back(all.size());
  }
  Line line;
  std::size_t word = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const std::size_t end = end_of_brackets(all, at);
    line.text += end == std::string::npos ? all.substr(at, 1) : "";
    at = end == std::string::npos ? at : end;
    for (; word < ends.size() && ends[word] <= at + 1; ++word) {
      line.ends.push_back(line.text.size());
    }
  }
  line.ends.resize(words.size(), line.text.size());
  return line;
}

/// The word as it is compared; empty for what does not count.
std::string token_of(std::string_view text) {
  const std::size_t begin = text.find("{{");
  const std::size_t last = begin == std::string_view::npos ? begin : text.rfind("}}");
  if (last == std::string_view::npos || last < begin) {
    return letters_of(without_invisible(text));
  }
  std::string placeholder(text.substr(begin, last + 2 - begin));
  std::erase_if(placeholder, is_space);
  return letters_of(text.substr(0, begin)) + placeholder + letters_of(text.substr(last + 2));
}

/// `1.`, which is text where the list was not taken for one.
bool is_number_of_item(const Word& word) {
  const std::string_view text = word.text;
  return text.size() > 1 && (text.back() == '.' || text.back() == ')') &&
         std::all_of(text.begin(), text.end() - 1, is_digit);
}

/// The descriptions of images are text in Markdown only.
bool is_in_image(const Word& word, const Document* document) {
  return document != nullptr && std::any_of(document->links.begin(), document->links.end(), [&](const Link& link) {
           return link.kind == Link::Kind::image && link.whole.contains(word.span.begin);
         });
}

std::vector<std::string> liquid_tags(std::string_view text) {
  std::vector<std::string> tags;
  for (std::size_t at = find_liquid_opening(text, 0); at != std::string_view::npos;) {
    const LiquidConstruct construct = read_liquid_construct(text, at);
    if (construct.end == LiquidConstruct::End::closed && !construct.is_output) {
      std::string tag =
          decode_entities(text.substr(construct.inside_begin, construct.inside_end - construct.inside_begin));
      std::erase_if(tag, is_space);
      tags.push_back(std::move(tag));
    }
    at = find_liquid_opening(text, std::max(construct.after, at + 2));
  }
  return tags;
}

}  // namespace

bool VisibleText::shows(std::string_view address) const {
  const std::string letters = letters_of(address);
  return !letters.empty() && whole.find(letters) != std::string::npos;
}

std::optional<VisibleText> visible_text(std::string_view text, MacroText::Format format, std::uint32_t offset,
                                        const Document* document) {
  if (text.size() > longest_wording) {
    return std::nullopt;
  }
  VisibleText visible;
  std::vector<Word> words =
      format == MacroText::Format::html ? words_of_html(text, offset) : words_of_markdown(text, offset);
  std::erase_if(words, [&](const Word& word) {
    return word.kind == Word::Kind::gap || is_number_of_item(word) || is_in_image(word, document);
  });
  const Line line = line_of(words);
  std::size_t begin = 0;
  for (std::size_t index = 0; index < words.size(); ++index) {
    visible.whole += token_of(std::string_view(line.text).substr(begin, line.ends[index] - begin));
    visible.ends.push_back(visible.whole.size());
    begin = line.ends[index];
  }
  visible.words = std::move(words);
  visible.tags = liquid_tags(text);
  const bool is_unread = visible.words.empty() && !std::all_of(text.begin(), text.end(), is_space);
  return is_unread ? std::nullopt : std::optional(std::move(visible));
}

bool is_same(const VisibleText& left, const VisibleText& right) {
  return left.whole == right.whole && left.tags == right.tags;
}

TextDifference difference_of(const VisibleText& left, const VisibleText& right) {
  const auto [from_left, from_right] =
      std::mismatch(left.whole.begin(), left.whole.end(), right.whole.begin(), right.whole.end());
  const auto before = static_cast<std::size_t>(from_left - left.whole.begin());
  const auto [to_left, to_right] = std::mismatch(left.whole.rbegin(), std::make_reverse_iterator(from_left),
                                                 right.whole.rbegin(), std::make_reverse_iterator(from_right));
  const auto behind = static_cast<std::size_t>(to_left - left.whole.rbegin());
  const auto first_word = [before](const VisibleText& text) {
    return static_cast<std::size_t>(std::upper_bound(text.ends.begin(), text.ends.end(), before) - text.ends.begin());
  };
  const auto last_word = [behind](const VisibleText& text, std::size_t first) {
    const auto end = std::lower_bound(text.ends.begin(), text.ends.end(), text.whole.size() - behind);
    const auto words = static_cast<std::size_t>(end - text.ends.begin()) + 1;
    return std::clamp(words, first, text.ends.size());
  };
  TextDifference difference;
  difference.left_begin = first_word(left);
  difference.right_begin = first_word(right);
  const bool is_missing_left = before + behind >= left.whole.size();
  const bool is_missing_right = before + behind >= right.whole.size();
  difference.left_end = is_missing_left ? difference.left_begin : last_word(left, difference.left_begin);
  difference.right_end = is_missing_right ? difference.right_begin : last_word(right, difference.right_begin);
  return difference;
}

std::string excerpt_of(const VisibleText& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t most_words = 8;
  const std::size_t from = begin - std::min<std::size_t>(begin, 1);
  const std::size_t to = std::min(text.words.size(), end + 1);
  const std::size_t cut = std::min(to, from + most_words);
  return (from > 0 ? "… " : "") + text_of_words(text.words, from, cut) + (cut < text.words.size() ? " …" : "");
}

}  // namespace macrolint
