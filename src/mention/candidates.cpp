#include "mention/candidates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "mention/menu_path.h"
#include "mention/surroundings.h"
#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_title = 200;

void trim(std::string_view text, Candidate& candidate) {
  while (candidate.begin < candidate.end && is_space(text[candidate.begin])) {
    ++candidate.begin;
  }
  while (candidate.end > candidate.begin && is_space(text[candidate.end - 1])) {
    --candidate.end;
  }
}

/// Takes the words around the title away that only say what it is: "the macro X", "X Zendesk macro". "Working with
/// Macros" is about all of them.
void strip_macro_word(std::string_view text, const MacroClues& clues, Candidate& candidate) {
  trim(text, candidate);
  const std::string_view all = text.substr(0, candidate.end);
  if (const std::size_t size = clues.match_before(all, candidate.end);
      size > 0 && candidate.end - size > candidate.begin && !clues.is_plural(all.substr(candidate.end - size))) {
    candidate.end -= size;
    candidate.word_inside = true;
    trim(text, candidate);
    candidate.end = skip_product_name_back(text, candidate.end, candidate.begin);
  }
  candidate.begin = skip_determiner(text, candidate.begin, candidate.end);
  if (const std::size_t size = clues.match_at(text.substr(0, candidate.end), candidate.begin);
      size > 0 && candidate.begin + size < candidate.end) {
    candidate.begin += size;
    candidate.word_inside = true;
    while (candidate.begin < candidate.end && (is_space(text[candidate.begin]) || text[candidate.begin] == ':')) {
      ++candidate.begin;
    }
  }
  trim(text, candidate);
}

struct Quotes {
  std::string_view open;
  std::array<std::string_view, 2> close;
};

/// A backtick that opens nothing is a typing mistake for a code span; an apostrophe often ends it.
constexpr std::array<Quotes, 10> quotes = {{{"\"", {"\"", "”"}},
                                            {"“", {"”", "\""}},
                                            {"„", {"“", "”"}},
                                            {"‚", {"‘", "’"}},
                                            {"‘", {"’", "'"}},
                                            {"«", {"»", "»"}},
                                            {"「", {"」", "」"}},
                                            {"『", {"』", "』"}},
                                            {"`", {"`", "'"}},
                                            {"'", {"'", "`"}}}};

bool is_apostrophe(std::string_view mark) { return mark == "'" || mark == "’"; }

/// Whether a quotation mark may begin with this byte.
bool begins_quote(char byte) {
  return std::any_of(quotes.begin(), quotes.end(), [byte](const Quotes& pair) { return pair.open.front() == byte; });
}

std::optional<Candidate> read_quoted(std::string_view text, std::size_t at) {
  for (const Quotes& pair : quotes) {
    if (!text.substr(at).starts_with(pair.open)) {
      continue;
    }
    const bool inside_word = at > 0 && is_ascii_word_byte(text[at - 1]);
    const std::size_t begin = at + pair.open.size();
    if (inside_word || begin >= text.size() || is_space(text[begin])) {
      return std::nullopt;
    }
    const std::string_view rest = text.substr(begin, max_title);
    for (const std::string_view close : pair.close) {
      const std::size_t end = rest.find(close);
      const bool ends_word = end != std::string_view::npos && end > 0 &&
                             (!is_apostrophe(close) || begin + end + close.size() >= text.size() ||
                              !is_word_byte(text[begin + end + close.size()]));
      if (ends_word) {
        Candidate candidate;
        candidate.kind = Candidate::Kind::quoted;
        candidate.begin = begin;
        candidate.end = begin + end;
        candidate.outer_begin = at;
        candidate.outer_end = begin + end + close.size();
        return candidate;
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// Quoted texts outside of code spans; a text that a part begins in is none, since parts speak for themselves.
void add_quoted(const FlatText& flat, std::vector<Candidate>& candidates) {
  const std::string_view text = flat.text();
  const auto begins_behind = [](std::size_t at, const FlatText::Part& part) { return at < part.begin; };
  std::size_t part = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_quote(text[at])) {
      continue;
    }
    while (part < flat.parts().size() && flat.parts()[part].end <= at) {
      ++part;
    }
    if (part < flat.parts().size() && flat.parts()[part].begin <= at &&
        flat.parts()[part].kind == FlatText::Part::Kind::code) {
      at = flat.parts()[part].end - 1;
      continue;
    }
    if (auto candidate = read_quoted(text, at)) {
      // What begins with the quotation mark is around it.
      const auto inside = std::upper_bound(flat.parts().begin(), flat.parts().end(), at, begins_behind);
      const bool holds_part = inside != flat.parts().end() && inside->begin < candidate->outer_end;
      if (!holds_part) {
        candidate->link = flat.link_at(at);
        candidates.push_back(*candidate);
        at = candidate->outer_end - 1;
      }
    }
  }
}

void add_parts(const FlatText& flat, std::vector<Candidate>& candidates) {
  const std::vector<FlatText::Part>& parts = flat.parts();
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const FlatText::Part& part = parts[index];
    // Parts come in order of their beginnings, the outer before the inner.
    const bool holds_other = index + 1 < parts.size() && parts[index + 1].begin < part.end;
    if (holds_other || part.end - part.begin > max_title || part.begin == part.end) {
      continue;
    }
    Candidate candidate;
    candidate.kind = part.kind == FlatText::Part::Kind::code     ? Candidate::Kind::code
                     : part.kind == FlatText::Part::Kind::strong ? Candidate::Kind::strong
                                                                 : Candidate::Kind::label;
    candidate.begin = candidate.outer_begin = part.begin;
    candidate.end = candidate.outer_end = part.end;
    candidate.link = part.link;
    candidates.push_back(candidate);
  }
}

/// "`A`, `B` and `C` macros": what is said of one of them is said of all.
void share_among_enumerated(std::string_view text, std::vector<Candidate>& candidates) {
  for (std::size_t index = 1; index < candidates.size(); ++index) {
    Candidate& next = candidates[index];
    const Candidate& before = candidates[index - 1];
    if (before.word_before && before.kind == next.kind && is_enumeration(text, before.outer_end, next.outer_begin)) {
      next.word_before = true;
    }
  }
  for (std::size_t index = candidates.size(); index-- > 1;) {
    Candidate& before = candidates[index - 1];
    const Candidate& next = candidates[index];
    if (next.word_behind && before.kind == next.kind && is_enumeration(text, before.outer_end, next.outer_begin)) {
      before.word_behind = true;
    }
  }
}

/// Of `["A b" macro](…)` and the quoted text in it one is the title: the quoted text, unless folders stand outside
/// of it as in `[General::Say "A b" macro](…)`.
void settle_quotes_in_parts(std::string_view text, std::vector<Candidate>& candidates) {
  std::vector<bool> dropped(candidates.size());
  for (std::size_t outer = 0; outer < candidates.size(); ++outer) {
    const Candidate& part = candidates[outer];
    if (part.kind == Candidate::Kind::quoted || part.kind == Candidate::Kind::code) {
      continue;
    }
    const bool has_folders = text.substr(part.begin, part.end - part.begin).find("::") != std::string_view::npos;
    for (std::size_t inner = outer + 1; inner < candidates.size(); ++inner) {
      const Candidate& quoted = candidates[inner];
      if (quoted.outer_begin >= part.outer_end) {
        break;
      }
      if (quoted.kind == Candidate::Kind::quoted && quoted.beside_word() && quoted.outer_end <= part.outer_end) {
        const std::string_view inside = text.substr(quoted.begin, quoted.end - quoted.begin);
        const bool part_is_title = has_folders && inside.find("::") == std::string_view::npos;
        dropped[part_is_title ? inner : outer] = true;
      }
    }
  }
  std::size_t index = 0;
  std::erase_if(candidates, [&](const Candidate&) { return dropped[index++]; });
}

}  // namespace

std::vector<Candidate> find_candidates(const FlatText& flat, const MacroClues& clues) {
  const std::string_view text = flat.text();
  std::vector<Candidate> candidates;
  add_parts(flat, candidates);
  add_quoted(flat, candidates);
  // The outer before the inner; where a label is a quoted text and no more, the label.
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
    return std::tuple(left.outer_begin, right.outer_end, left.kind) <
           std::tuple(right.outer_begin, left.outer_end, right.kind);
  });
  for (Candidate& candidate : candidates) {
    strip_macro_word(text, clues, candidate);
    if (const auto word = word_behind(text, candidate.outer_end, clues)) {
      candidate.word_behind = true;
      candidate.word_link = flat.link_at(*word);
    }
    if (const auto word = word_before(text, candidate.outer_begin, clues)) {
      candidate.word_before = true;
      candidate.word_link = candidate.word_link >= 0 ? candidate.word_link : flat.link_at(*word);
    }
  }
  share_among_enumerated(text, candidates);
  settle_quotes_in_parts(text, candidates);
  return candidates;
}

bool looks_like_title(std::string_view text) {
  if (const std::string title = title_at_menu_path(text); !title.empty()) {
    return looks_like_title(title);
  }
  if (text.empty() || text.size() > max_title || text.find_first_of("{}<>=|\\$;") != std::string_view::npos) {
    return false;
  }
  if (text.find("::") != std::string_view::npos) {
    return !text.starts_with("::") && !text.ends_with("::") && text.find("()") == std::string_view::npos;
  }
  if (ends_with_article(text)) {
    return false;  // "Edit a" of "Edit a macro"
  }
  const char first = text.front();
  const bool begins_like_one = (first >= 'A' && first <= 'Z') || is_digit(first) || is_beyond_ascii(first);
  return begins_like_one && text.find(' ') != std::string_view::npos && !text.ends_with('.') && !text.ends_with(':');
}

}  // namespace macrolint
