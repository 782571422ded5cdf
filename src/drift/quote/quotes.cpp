#include "drift/quote/quotes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "source/characters.h"

namespace macrolint {

namespace {

/// What a passage says of macros.
struct Naming {
  /// Names the one macro that it names, however often; null for none or several.
  const Reference* reference = nullptr;
  /// It names several, or one that is not known.
  bool is_ambiguous = false;
  /// Behind the first mention, in the passage's text.
  std::size_t end = 0;
  /// The passage's text with the titles as spaces.
  std::string text;

  [[nodiscard]] bool is_empty() const { return reference == nullptr && !is_ambiguous; }
};

bool is_prose(const Passage& passage) {
  return passage.quote_depth == 0 &&
         (passage.kind == Passage::Kind::paragraph || passage.kind == Passage::Kind::heading);
}

class QuoteFinder {
 public:
  QuoteFinder(const Document& page, const std::vector<Passage>& passages, const std::vector<Reference>& references)
      : page_(page), text_(page.source->text), passages_(passages), references_(references) {}

  std::vector<Quote> find() {
    for (std::size_t index = 0; index < passages_.size(); ++index) {
      if (passages_[index].quote_depth == 0 && passages_[index].kind != Passage::Kind::code) {
        find_sentences(index);
      }
      const bool may_be_quote = passages_[index].quote_depth > 0 || is_code(index);
      if (may_be_quote && index > 0 && is_prose(passages_[index - 1])) {
        const std::size_t end = end_of_quote(index);
        add_introduced(index, end);
        index = end - 1;
      }
    }
    return std::move(quotes_);
  }

 private:
  [[nodiscard]] bool is_code(std::size_t index) const {
    return passages_[index].kind == Passage::Kind::code && passages_[index].quote_depth == 0;
  }

  /// Block quotes with nothing but blank lines between them are one.
  [[nodiscard]] std::size_t end_of_quote(std::size_t index) const {
    if (is_code(index)) {
      return index + 1;
    }
    const auto begin = passages_.begin() + static_cast<std::ptrdiff_t>(index);
    const auto end = std::find_if(begin, passages_.end(), [](const Passage& one) { return one.quote_depth == 0; });
    return static_cast<std::size_t>(end - passages_.begin());
  }

  [[nodiscard]] Naming naming_of(std::size_t index) const {
    const Passage& passage = passages_[index];
    Naming naming;
    naming.text = std::string(passage.text.text());
    const auto first = std::lower_bound(
        references_.begin(), references_.end(), passage.span.begin,
        [](const Reference& reference, std::uint32_t offset) { return reference.span.begin < offset; });
    for (auto at = first; at != references_.end() && at->span.begin < passage.span.end; ++at) {
      const std::size_t begin = passage.text.position_of(at->span.begin);
      const std::size_t end = std::max(begin, passage.text.position_of(at->span.end));
      std::fill(naming.text.begin() + static_cast<std::ptrdiff_t>(begin),
                naming.text.begin() + static_cast<std::ptrdiff_t>(end), '_');
      const bool is_other =
          at->macro == nullptr || (naming.reference != nullptr && naming.reference->macro != at->macro);
      naming.is_ambiguous = naming.is_ambiguous || is_other;
      naming.end = naming.end == 0 ? end : naming.end;
      naming.reference = &*at;
    }
    if (naming.is_ambiguous) {
      naming.reference = nullptr;
    }
    return naming;
  }

  void add_introduced(std::size_t begin, std::size_t end) {
    const Naming before = naming_of(begin - 1);
    const Naming behind = end < passages_.size() && is_prose(passages_[end]) ? naming_of(end) : Naming{};
    const Reference* reference = before.reference;
    Introduction introduction = introduction_before(before.text);
    if (before.is_empty() && begin >= 2 && is_prose(passages_[begin - 2]) && continues_introduction(before.text)) {
      reference = naming_of(begin - 2).reference;
    } else if (before.is_empty() && behind.reference != nullptr && is_caption(behind.text)) {
      reference = behind.reference;
      introduction = Introduction::strong;
    }
    if (reference == nullptr || introduction == Introduction::none) {
      return;
    }
    if (is_code(begin)) {
      add_code(passages_[begin], *reference, introduction);
    } else {
      add_block(begin, end, *reference, introduction);
    }
  }

  void add_code(const Passage& code, const Reference& reference, Introduction introduction) {
    if (is_text_language(info_string(code))) {
      quotes_.push_back(
          {Quote::Form::code, introduction, &reference, code.span, std::string(page_.source->slice(code.span))});
    }
  }

  /// What stands behind the fence of a code block; nothing of an indented one.
  [[nodiscard]] std::string_view info_string(const Passage& code) const {
    const std::size_t line = begin_of_line(code.span.begin);
    if (line == 0) {
      return {};
    }
    const std::size_t before = begin_of_line(line - 1);
    const std::string_view fence = text_.substr(before, line - 1 - before);
    const std::size_t mark = fence.find_first_of("`~");
    const std::size_t info = mark == std::string_view::npos ? mark : fence.find_first_not_of("`~ ", mark);
    return info == std::string_view::npos ? std::string_view() : fence.substr(info);
  }

  static bool is_text_language(std::string_view info) {
    static constexpr std::array<std::string_view, 10> names = {"",         "text", "txt",    "plain", "plaintext",
                                                               "markdown", "md",   "liquid", "html",  "none"};
    const std::string name = lower_case(info.substr(0, info.find_first_of(" \t\r{,")));
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  void add_block(std::size_t begin, std::size_t end, const Reference& reference, Introduction introduction) {
    Quote quote{Quote::Form::block, introduction, &reference, lines_of(begin, end), {}};
    quote.text = std::string(page_.source->slice(quote.span));
    if (blank_marks(quote.text)) {
      quotes_.push_back(std::move(quote));
    }
  }

  /// The whole lines of a quote; fences within it have no passages, so that lines with its mark at the edges count.
  [[nodiscard]] Span lines_of(std::size_t begin, std::size_t end) const {
    std::size_t first = begin_of_line(passages_[begin].span.begin);
    while (first > 0 && has_mark(begin_of_line(first - 1))) {
      first = begin_of_line(first - 1);
    }
    std::size_t last = end_of_line(passages_[end - 1].span.end);
    while (last < text_.size() && has_mark(last + 1)) {
      last = end_of_line(last + 1);
    }
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
  }

  [[nodiscard]] std::size_t begin_of_line(std::size_t at) const { return at == 0 ? 0 : text_.rfind('\n', at - 1) + 1; }
  [[nodiscard]] std::size_t end_of_line(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }
  [[nodiscard]] bool has_mark(std::size_t line) const {
    const std::size_t at = text_.find_first_not_of(" \t", line);
    return at != std::string_view::npos && text_[at] == '>';
  }

  /// Puts spaces in place of `>`, and of a list's mark before the first; false if the block is a box with a caption
  /// such as `[!NOTE]`, which pages use for remarks of their own.
  static bool blank_marks(std::string& text) {
    for (std::size_t line = 0; line < text.size(); line = std::min(text.find('\n', line), text.size() - 1) + 1) {
      const std::size_t mark = line == 0 ? text.find('>') : text.find_first_not_of(" \t", line);
      if (mark != std::string::npos && text[mark] == '>') {
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(line),
                  text.begin() + static_cast<std::ptrdiff_t>(mark + 1), ' ');
      }
    }
    const std::string_view words = std::string_view(text).substr(skip_spaces(text, 0));
    return !words.starts_with("[!");
  }

  /// Sentences between quotation marks behind "the macro says".
  void find_sentences(std::size_t index) {
    const std::string_view text = passages_[index].text.text();
    std::optional<Naming> naming;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t open = next_quotation_mark(text, at);
      const std::size_t begin = open + (open < text.size() && text[open] == '"' ? 1 : 3);
      const std::size_t close = open < text.size() ? next_quotation_mark(text, begin) : text.size();
      if (close >= text.size()) {
        return;
      }
      at = close + (text[close] == '"' ? 1 : 3);
      if (!naming) {
        naming = naming_of(index);
      }
      if (naming->reference != nullptr && naming->end <= open &&
          introduces_sentence(std::string_view(naming->text).substr(naming->end, open - naming->end))) {
        const Span span = passages_[index].text.source_span(begin, close);
        quotes_.push_back({Quote::Form::sentence, Introduction::weak, naming->reference, span,
                           std::string(page_.source->slice(span))});
      }
    }
  }

  /// The next `"`, `“` or `”`, or the text's size.
  static std::size_t next_quotation_mark(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '"' && !text.substr(at).starts_with("\xE2\x80\x9C") &&
           !text.substr(at).starts_with("\xE2\x80\x9D")) {
      ++at;
    }
    return at;
  }

  const Document& page_;
  std::string_view text_;
  const std::vector<Passage>& passages_;
  const std::vector<Reference>& references_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> find_quotes(const Document& page, const std::vector<Passage>& passages,
                               const std::vector<Reference>& references) {
  return QuoteFinder(page, passages, references).find();
}

}  // namespace macrolint
