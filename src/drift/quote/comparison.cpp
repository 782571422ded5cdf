#include "drift/quote/comparison.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "drift/macros_meant.h"
#include "drift/quote/wording.h"
#include "index/references_of.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Standing = ComparedQuote::Standing;

/// What the comparisons of all pages together may take, in cells of alignments.
constexpr std::size_t total_work = std::size_t{64} * 1024 * 1024;
constexpr std::size_t least_work_per_page = std::size_t{512} * 1024;
/// What reading a byte of a text takes, in the same measure.
constexpr std::size_t work_per_byte = 8;

std::size_t count_plain(const std::vector<Word>& words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const Word& word) { return word.kind == Word::Kind::word; }));
}

std::vector<Word> words_of(const Quote& quote) {
  const bool is_html = quote.form == Quote::Form::code && looks_like_html(quote.text);
  return is_html ? words_of_html(quote.text, quote.span.begin) : words_of_markdown(quote.text, quote.span.begin);
}

/// Forms for agents have labels with nothing behind them: what a page writes there is no difference. The words of the
/// original without gaps, which stand for nothing there, and with an empty stand-in behind each colon.
std::vector<Word> with_blanks(std::vector<Word> words) {
  std::vector<Word> result;
  for (Word& word : words) {
    if (word.kind == Word::Kind::gap) {
      continue;
    }
    const bool is_label = word.text.ends_with(':');
    Word blank;
    blank.kind = Word::Kind::stand_in;
    blank.is_optional = word.is_optional;
    blank.span = blank.core_span = {word.span.end, word.span.end};
    result.push_back(std::move(word));
    if (is_label) {
      result.push_back(std::move(blank));
    }
  }
  return result;
}

/// Letters and digits alone, so that "log in" and "login" are the same.
std::string letters_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string letters;
  for (std::size_t at = begin; at < end; ++at) {
    std::copy_if(words[at].key.begin(), words[at].key.end(), std::back_inserter(letters),
                 [](char byte) { return is_letter(byte) || is_digit(byte) || is_beyond_ascii(byte); });
  }
  return letters;
}

/// How much a text has to resemble the macro's to be taken for an older form of it.
double least_similarity(const Quote& quote, std::size_t words) {
  constexpr std::size_t few_words = 10;
  if (quote.form == Quote::Form::sentence) {
    return 0.7;
  }
  if (quote.introduction == Introduction::weak) {
    return 0.75;
  }
  return words < few_words ? 0.65 : 0.55;
}

std::size_t fewest_words(const Quote& quote) { return quote.form == Quote::Form::sentence ? 6 : 5; }

bool resembles(const ComparedQuote& compared) {
  const std::size_t words = count_plain(compared.quoted);
  const std::size_t shortest_run = 3;
  const Alignment& alignment = compared.alignment;
  return alignment.longest_run >= shortest_run && alignment.matches * 2 >= words &&
         alignment.similarity >= least_similarity(compared.quote, words);
}

class QuoteComparer {
 public:
  QuoteComparer(const Project& project, std::size_t work) : project_(project), work_(work) {}

  /// Nothing if the quote is too short, the macro has no text, or the work is used up.
  std::optional<ComparedQuote> compare(const Quote& quote) {
    if (!spend(quote.text.size() * work_per_byte)) {
      return std::nullopt;
    }
    std::vector<Word> quoted = words_of(quote);
    if (count_plain(quoted) < fewest_words(quote)) {
      return std::nullopt;
    }
    std::optional<ComparedQuote> best;
    for (const Macro* macro : macros_meant(project_, *quote.reference)) {
      if (!compare_with(*macro, quote, quoted, best)) {
        return std::nullopt;
      }
    }
    if (best && resembles(*best)) {
      std::erase_if(best->alignment.differences, [&](const Difference& one) {
        return letters_of(best->quoted, one.quote_begin, one.quote_end) ==
               letters_of(best->original, one.original_begin, one.original_end);
      });
      best->standing = best->alignment.differences.empty() ? Standing::verbatim : Standing::differs;
    }
    return best;
  }

 private:
  /// Keeps the better one; false if the work is used up.
  bool compare_with(const Macro& macro, const Quote& quote, const std::vector<Word>& quoted,
                    std::optional<ComparedQuote>& best) {
    for (const TextView& view : texts_of(macro)) {
      if (!spend(view.text.size() * work_per_byte)) {
        return false;
      }
      ComparedQuote compared{Standing::unlike, quote, &macro, view, quoted, with_blanks(macrolint::words_of(view)), {}};
      if (!spend(alignment_cells(compared.quoted, compared.original))) {
        return false;
      }
      compared.alignment = align(compared.quoted, compared.original);
      if (!best || compared.alignment.similarity > best->alignment.similarity) {
        best = std::move(compared);
      }
    }
    return true;
  }

  bool spend(std::size_t work) {
    const bool is_enough = work <= work_;
    work_ = is_enough ? work_ - work : 0;
    return is_enough;
  }

  const Project& project_;
  std::size_t work_;
};

}  // namespace

PageQuotes::PageQuotes(const Project& project)
    : project_(&project), entries_(std::make_unique<Entry[]>(project.pages.size())) {}

const std::vector<ComparedQuote>& PageQuotes::of(const Document& page) const {
  static const std::vector<ComparedQuote> none;
  const std::vector<Reference>& references = references_of(*project_, page);
  const auto names_macro = [](const Reference& reference) { return reference.macro != nullptr; };
  if (std::none_of(references.begin(), references.end(), names_macro)) {
    return none;
  }
  Entry& entry = entries_[static_cast<std::size_t>(&page - project_->pages.data())];
  std::call_once(entry.once, [&] { entry.quotes = compare(page, references); });
  return entry.quotes;
}

std::vector<ComparedQuote> PageQuotes::compare(const Document& page, const std::vector<Reference>& references) const {
  std::vector<ComparedQuote> result;
  const std::vector<Quote> quotes = find_quotes(page, project_->passages.of(page), references);
  if (quotes.empty()) {
    return result;
  }
  QuoteComparer comparer(*project_, work_of_page());
  for (const Quote& quote : quotes) {
    if (std::optional<ComparedQuote> compared = comparer.compare(quote)) {
      result.push_back(std::move(*compared));
    }
  }
  return result;
}

/// Pages are checked on several threads in any order, so each gets its share beforehand.
std::size_t PageQuotes::work_of_page() const {
  std::call_once(work_known_, [this] {
    const std::vector<std::vector<Reference>>& references = project_->references;
    const auto pages = static_cast<std::size_t>(
        std::count_if(references.begin(), references.end(), [](const auto& one) { return !one.empty(); }));
    work_of_page_ = std::max(least_work_per_page, total_work / std::max<std::size_t>(pages, 1));
  });
  return work_of_page_;
}

}  // namespace macrolint
