#include "drift/quote/alignment.h"

#include <algorithm>
#include <array>

#include "liquid/placeholders.h"

namespace macrolint {

namespace {

using Cost = std::uint32_t;

// Every word of the quote has to come from somewhere, so that words of the quote alone cost most. What the original has
// besides costs little once it begins: it may have gained a paragraph.
constexpr Cost insert_cost = 12;
constexpr Cost substitute_cost = 11;
constexpr Cost begin_removal_cost = 6;
constexpr Cost remove_cost = 1;
/// A word in a branch that did not come out.
constexpr Cost skip_cost = 1;
/// Words of the quote in the place of a placeholder, by their number: words next to it are to stand for themselves
/// where they can, and few names have more than two.
constexpr std::array<Cost, 9> filling_costs = {3, 6, 14, 23, 33, 37, 41, 45, 49};
/// Words of the original in the place of a stand-in.
constexpr Cost begin_abbreviation_cost = 3;
constexpr Cost abbreviation_cost = 3;
/// For what has no way yet.
constexpr Cost no_way = 1U << 30U;
/// How many words may stand where Liquid's placeholder is, and where a person wrote what is to be filled in.
constexpr std::size_t longest_value = 4;
constexpr std::size_t longest_filling = 8;

/// How a cell was reached; from the diagonal unless said otherwise.
enum class Move : std::uint8_t {
  match,
  alike,  ///< two placeholders
  substitute,
  insert,      ///< a word of the quote alone
  remove,      ///< a word of the original alone
  skip,        ///< an optional word, or one that a gap stands for
  enter_gap,   ///< the gap itself
  fill,        ///< a placeholder of the original by words of the quote
  abbreviate,  ///< words of the original by a stand-in of the quote
};

/// How a cell was reached.
struct Step {
  Move move = Move::insert;
  /// Of the last two moves, the number of words; of a removal, how many words it takes back to its beginning.
  std::uint16_t count = 0;
};

bool is_known_path(const Word& word) {
  return word.kind == Word::Kind::placeholder && placeholder_kind(word.key) != PlaceholderKind::unknown;
}

std::size_t reach(Word::Kind kind) {
  return kind == Word::Kind::placeholder ? longest_value : kind == Word::Kind::stand_in ? longest_filling : 0;
}

/// What the table needs to know of a word, so that its cells cost little.
struct Trait {
  Word::Kind kind = Word::Kind::word;
  /// Equal for equal words.
  std::uint32_t number = 0;
  bool is_known_placeholder = false;
  bool is_optional = false;
  bool begins_block = false;
  /// Punctuation follows, so that no name goes on behind it.
  bool ends_phrase = false;
  std::size_t reach = 0;
};

class Aligner {
 public:
  Aligner(const std::vector<Word>& quote, const std::vector<Word>& original)
      : width_(original.size() + 1), steps_((quote.size() + 1) * width_) {
    std::vector<std::string_view> keys;
    for (const auto* words : {&quote, &original}) {
      std::transform(words->begin(), words->end(), std::back_inserter(keys),
                     [](const Word& word) { return std::string_view(word.key); });
    }
    std::sort(keys.begin(), keys.end());
    quote_ = traits_of(quote, keys);
    original_ = traits_of(original, keys);
  }

  Alignment align() {
    for (std::size_t row = 0; row <= quote_.size(); ++row) {
      fill_row(row);
    }
    const std::vector<Cost>& last = costs_of(quote_.size());
    return follow(static_cast<std::size_t>(std::min_element(last.begin(), last.end()) - last.begin()));
  }

 private:
  static std::vector<Trait> traits_of(const std::vector<Word>& words, const std::vector<std::string_view>& keys) {
    std::vector<Trait> traits;
    for (const Word& word : words) {
      const auto place = std::lower_bound(keys.begin(), keys.end(), std::string_view(word.key));
      const bool is_known = is_known_path(word);
      // A placeholder that Zendesk does not have is what somebody wrote for one.
      const bool is_stand_in = word.kind == Word::Kind::stand_in || (word.kind == Word::Kind::placeholder && !is_known);
      const bool ends_phrase =
          !word.text.empty() && std::string_view(",.;:!?").find(word.text.back()) != std::string_view::npos;
      traits.push_back({word.kind, static_cast<std::uint32_t>(place - keys.begin()), is_known, word.is_optional,
                        word.begins_block, ends_phrase, reach(is_stand_in ? Word::Kind::stand_in : word.kind)});
    }
    return traits;
  }

  /// Fillings look this many rows back.
  std::vector<Cost>& costs_of(std::size_t row) { return rows_[row % rows_.size()]; }

  /// Words of the original that are left out one after the other, up to the present column.
  struct Removal {
    Cost cost = no_way;
    std::uint16_t words = 0;

    void go_on(Cost left) {
      const bool begins = left + begin_removal_cost < cost || words == max_words;
      cost = (begins ? left + begin_removal_cost : cost) + remove_cost;
      words = static_cast<std::uint16_t>(begins ? 1 : words + 1);
    }

    static constexpr std::uint16_t max_words = 4096;
  };

  void fill_row(std::size_t row) {
    costs_of(row).assign(width_, 0);
    Removal removal;
    for (std::size_t column = 0; row > 0 && column < width_; ++column) {
      Cost best = costs_of(row - 1)[column] + insert_cost;
      Step step{Move::insert};
      const auto offer = [&](Cost cost, Step way) {
        if (cost < best) {
          best = cost;
          step = way;
        }
      };
      const Trait& quoted = quote_[row - 1];
      if (quoted.kind == Word::Kind::gap) {
        offer(costs_of(row - 1)[column], {Move::enter_gap});
      }
      if (column > 0) {
        removal.go_on(costs_of(row)[column - 1]);
        offer_words(row, column, removal, offer);
        offer_fillings(row, column, offer);
      }
      costs_of(row)[column] = best;
      steps_[row * width_ + column] = step;
    }
  }

  /// Of ways that cost the same the first is taken, so that what the original has more comes last.
  template <typename Offer>
  void offer_words(std::size_t row, std::size_t column, const Removal& removal, const Offer& offer) {
    const Trait& quoted = quote_[row - 1];
    const Trait& original = original_[column - 1];
    const Cost left = costs_of(row)[column - 1];
    if (quoted.kind == Word::Kind::gap) {
      offer(left, {Move::skip});
      return;
    }
    if (original.is_optional) {
      offer(left + skip_cost, {Move::skip});
    }
    offer(removal.cost, {Move::remove, removal.words});
    const Cost diagonal = costs_of(row - 1)[column - 1];
    const bool are_words = quoted.kind == Word::Kind::word && original.kind == Word::Kind::word;
    if (are_words && quoted.number == original.number) {
      offer(diagonal, {Move::match});
    } else if (quoted.reach > 0 && original.reach > 0 && !differ(quoted, original)) {
      offer(diagonal, {Move::alike});
    } else {
      offer(diagonal + substitute_cost, {Move::substitute});
    }
  }

  /// Whether the word that many before `row` may be in the place of a placeholder, those behind it being so.
  [[nodiscard]] bool can_fill(const Trait& original, std::size_t row, std::size_t count) const {
    const Trait& word = quote_[row - count];
    if (word.kind == Word::Kind::gap || word.is_known_placeholder) {
      return false;
    }
    // A name does not go on behind punctuation or in the next paragraph; what people fill in may.
    const bool goes_on = count == 1 || (!word.ends_phrase && !quote_[row - count + 1].begins_block);
    return goes_on || original.kind == Word::Kind::stand_in;
  }

  /// Whether words from the one that many before `row` may be what stands for a placeholder: not behind a stand-in
  /// with punctuation, which stands for it already, and not at the beginning of a paragraph if it is not there itself.
  [[nodiscard]] bool can_begin_filling(const Trait& original, std::size_t row, std::size_t count) const {
    const bool is_served = row > count && quote_[row - count - 1].reach > 0 && quote_[row - count - 1].ends_phrase;
    const bool is_apart = quote_[row - count].begins_block && !original.begins_block;
    return original.kind == Word::Kind::stand_in || (!is_served && !is_apart);
  }

  static bool differ(const Trait& quoted, const Trait& original) {
    return quoted.is_known_placeholder && original.is_known_placeholder && quoted.number != original.number;
  }

  template <typename Offer>
  void offer_fillings(std::size_t row, std::size_t column, const Offer& offer) {
    const Trait& quoted = quote_[row - 1];
    const Trait& original = original_[column - 1];
    if (original.reach > 0) {
      offer(costs_of(row)[column - 1] + filling_costs[0], {Move::fill});
      for (std::uint16_t count = 1; count <= std::min(original.reach, row) && can_fill(original, row, count); ++count) {
        if (can_begin_filling(original, row, count)) {
          offer(costs_of(row - count)[column - 1] + filling_costs[count], {Move::fill, count});
        }
      }
    }
    if (quoted.reach > 0 && !quoted.is_known_placeholder) {
      offer(costs_of(row - 1)[column] + insert_cost - 1, {Move::abbreviate});
      for (std::uint16_t count = 1; count <= std::min(quoted.reach, column); ++count) {
        offer(costs_of(row - 1)[column - count] + begin_abbreviation_cost + count * abbreviation_cost,
              {Move::abbreviate, count});
      }
    }
  }

  /// Goes back from the end of the quote at `column` and collects what the best way is made of.
  Alignment follow(std::size_t column) {
    Alignment alignment;
    alignment.original_end = column;
    std::size_t edits_in_quote = 0;
    std::size_t edits_in_original = 0;
    std::size_t run = 0;
    bool in_difference = false;
    for (std::size_t row = quote_.size(); row > 0;) {
      const std::size_t row_after = row;
      const std::size_t column_after = column;
      const Step step = steps_[row * width_ + column];
      go_back(step, row, column);
      const bool is_edit = step.move == Move::substitute || step.move == Move::insert || step.move == Move::remove;
      if (is_edit) {
        edits_in_quote += row_after - row;
        edits_in_original += column_after - column;
        if (!in_difference) {
          alignment.differences.push_back({row, row_after, column, column_after});
        }
        alignment.differences.back().quote_begin = row;
        alignment.differences.back().original_begin = column;
      }
      in_difference = is_edit;
      run = step.move == Move::match ? run + 1 : is_edit || step.move == Move::enter_gap ? 0 : run;
      alignment.matches += step.move == Move::match ? 1 : 0;
      alignment.longest_run = std::max(alignment.longest_run, run);
    }
    alignment.original_begin = column;
    std::reverse(alignment.differences.begin(), alignment.differences.end());
    const auto both = static_cast<double>(2 * alignment.matches);
    const double all = both + static_cast<double>(edits_in_quote + edits_in_original);
    alignment.similarity = all > 0 ? both / all : 0;
    return alignment;
  }

  static void go_back(Step step, std::size_t& row, std::size_t& column) {
    switch (step.move) {
      case Move::match:
      case Move::alike:
      case Move::substitute:
        --row;
        --column;
        break;
      case Move::insert:
      case Move::enter_gap:
        --row;
        break;
      case Move::skip:
        --column;
        break;
      case Move::remove:
        column -= step.count;
        break;
      case Move::fill:
        row -= step.count;
        --column;
        break;
      case Move::abbreviate:
        --row;
        column -= step.count;
        break;
    }
  }

  std::vector<Trait> quote_;
  std::vector<Trait> original_;
  std::size_t width_;
  std::array<std::vector<Cost>, longest_filling + 1> rows_;
  /// How each cell was reached, row by row.
  std::vector<Step> steps_;
};

}  // namespace

std::size_t alignment_cells(const std::vector<Word>& quote, const std::vector<Word>& original) {
  return (quote.size() + 1) * (original.size() + 1);
}

Alignment align(const std::vector<Word>& quote, const std::vector<Word>& original) {
  if (alignment_cells(quote, original) > max_alignment_cells) {
    return {};
  }
  return Aligner(quote, original).align();
}

}  // namespace macrolint
