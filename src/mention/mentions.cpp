#include "mention/mentions.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "link/macro_number.h"
#include "mention/candidates.h"
#include "mention/diagram_mentions.h"
#include "mention/flat_text.h"
#include "mention/menu_path.h"
#include "mention/surroundings.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Form = Mention::Form;
using Extent = Mention::Extent;

/// How far from the word macro a title without quotes is sought.
constexpr std::size_t max_bare_title = 150;

/// Length of a character at `at` that nobody sees and that is no part of a title: a soft hyphen, a space without
/// width, a word joiner or a byte order mark.
std::size_t invisible_at(std::string_view text, std::size_t at) {
  for (const std::string_view character : {"\u00AD", "\u200B", "\u2060", "\uFEFF"}) {
    if (text.substr(at).starts_with(character)) {
      return character.size();
    }
  }
  return 0;
}

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_space(text[at])) {
      result += result.empty() || result.back() == ' ' ? "" : " ";
    } else if (const std::size_t size = is_beyond_ascii(text[at]) ? invisible_at(text, at) : 0) {
      at += size - 1;
    } else {
      result += text[at];
    }
  }
  while (!result.empty() && result.back() == ' ') {
    result.pop_back();
  }
  return result;
}

class MentionFinder {
 public:
  MentionFinder(const FlatText& flat, const MacroClues& clues, bool under_macro_header, Document& document)
      : flat_(flat), text_(flat.text()), clues_(clues), under_macro_header_(under_macro_header), document_(document) {}

  void find() {
    candidates_ = find_candidates(flat_, clues_);
    for (const Candidate& candidate : candidates_) {
      consider(candidate);
    }
    add_links_without_title();
    add_bare_titles();
    if (under_macro_header_ && candidates_.empty() && text_.size() <= max_bare_title) {
      add(Form::bare, {is_nothing_but_title(), true}, 0, text_.size(), -1, Extent::longest_prefix);
    }
  }

 private:
  /// Whether a cell has a title with folders and no sentence about it.
  [[nodiscard]] bool is_nothing_but_title() const {
    return text_.find("::") != text_.npos && text_.find_first_of(".,;()/") == text_.npos && looks_like_title(text_);
  }

  [[nodiscard]] std::string_view url_of(std::int32_t link) const {
    return link >= 0 ? document_.links[static_cast<std::size_t>(link)].url : std::string_view();
  }

  /// How sure it is that a text is a macro's title.
  struct Certainty {
    bool names_title = false;
    bool beside_word = false;
    bool in_code = false;
  };

  void add(Form form, Certainty certainty, std::size_t begin, std::size_t end, std::int32_t link,
           Extent extent = Extent::whole) {
    if (document_.mentions.size() > max_mentions) {
      return;
    }
    Mention mention;
    mention.form = form;
    mention.extent = extent;
    mention.names_title = certainty.names_title;
    mention.beside_word = certainty.beside_word;
    mention.in_code = certainty.in_code;
    mention.span = flat_.source_span(begin, end);
    mention.title = folded(text_.substr(begin, end - begin));
    mention.link = link;
    document_.mentions.push_back(std::move(mention));
  }

  void consider(const Candidate& candidate) {
    const std::string_view title = text_.substr(candidate.begin, candidate.end - candidate.begin);
    const bool has_folders = title.find("::") != std::string_view::npos || !title_at_menu_path(title).empty();
    const bool to_repository = clues_.may_lead_to_repository(url_of(candidate.link));
    const bool to_page = is_macro_page(url_of(candidate.link));
    const bool in_code = candidate.kind == Candidate::Kind::code;
    const bool in_column = under_macro_header_ && in_code;
    const bool other_kind = !candidate.word_behind && other_kind_behind(text_, candidate.outer_end);
    const bool could_be_title = looks_like_title(title);
    if (!could_be_title && (to_page || (to_repository && !candidate.beside_word()))) {
      return;  // told by its link
    }
    const bool beside = (candidate.beside_word() || in_column) && !other_kind;
    if (beside || to_repository || to_page) {
      // A label in plain words may describe the macro instead of naming it.
      const bool set_apart = candidate.kind != Candidate::Kind::label || has_folders;
      const bool names_title = could_be_title && set_apart;
      if (!names_title && candidate.kind == Candidate::Kind::quoted && !has_folders && title.find(' ') == title.npos) {
        return;
      }
      const std::int32_t link = candidate.link >= 0 ? candidate.link : candidate.word_link;
      const Form form = candidate.link >= 0 ? Form::linked_title : link >= 0 ? Form::linked_word : Form::plain;
      add(form, {names_title, beside, in_code}, candidate.begin, candidate.end, link);
      titled_links_.insert(link);
    } else if (has_folders && !other_kind && !other_kind_before(text_, candidate.outer_begin) &&
               candidate.kind != Candidate::Kind::quoted) {
      add(Form::title, {false, false, in_code}, candidate.begin, candidate.end, candidate.link);
    }
  }

  /// Links to a macro's file or page whose label names no title, such as "GitLab internal link".
  void add_links_without_title() {
    for (const FlatText::Part& part : flat_.parts()) {
      if (part.kind != FlatText::Part::Kind::label || titled_links_.contains(part.link)) {
        continue;
      }
      const std::string_view url = url_of(part.link);
      const bool to_page = is_macro_page(url);
      if (to_page || clues_.may_lead_to_repository(url)) {
        const std::size_t begin = std::min(skip_spaces(text_, part.begin), part.end);
        add(to_page ? Form::id : Form::url, {}, begin, part.end, part.link);
      }
    }
  }

  /// Whether `at` lies in or at the edge of a candidate, which then has been considered already.
  [[nodiscard]] bool touches_candidate(std::size_t at) const {
    const auto after =
        std::upper_bound(candidates_.begin(), candidates_.end(), at,
                         [](std::size_t value, const Candidate& one) { return value < one.outer_begin; });
    return after != candidates_.begin() && at < std::prev(after)->outer_end;
  }

  void add_bare_titles() {
    std::size_t floor = 0;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      while (next < candidates_.size() && candidates_[next].outer_end <= at) {
        floor = std::max(floor, candidates_[next++].outer_end);
      }
      const std::size_t size = clues_.match_at(text_, at);
      if (size == 0 || touches_candidate(at)) {
        continue;
      }
      add_bare_before(std::max(floor, at > max_bare_title ? at - max_bare_title : 0), at);
      add_bare_behind(at + size, next < candidates_.size() ? candidates_[next].outer_begin : text_.size());
      floor = at + size;
      at += size - 1;
    }
  }

  /// "Using the General::Summary macro": the sentence up to the word, of which the end may be a title.
  void add_bare_before(std::size_t begin, std::size_t end) {
    while (end > begin && is_space(text_[end - 1])) {
      --end;
    }
    for (std::size_t at = end; at-- > begin;) {
      const bool ends_sentence = text_[at] == '.' && at + 1 < end && is_space(text_[at + 1]);
      const bool single_colon = text_[at] == ':' && text_.substr(at, 2) != "::" && (at == 0 || text_[at - 1] != ':');
      if (ends_sentence || single_colon || text_[at] == ';' || text_[at] == '!' || text_[at] == '?') {
        begin = at + 1;
        break;
      }
    }
    // A cut in the middle of a word would make another word of it.
    while (begin < end && begin > 0 && is_word_byte(text_[begin - 1]) && is_word_byte(text_[begin])) {
      ++begin;
    }
    while (begin < end && is_space(text_[begin])) {
      ++begin;
    }
    const std::string_view text = text_.substr(begin, end - begin);
    if (text.find(' ') != std::string_view::npos || text.find("::") != std::string_view::npos) {
      const bool has_folders = text.find("::") != std::string_view::npos;
      add(Form::bare, {has_folders, true}, begin, end, -1, Extent::longest_suffix);
    }
  }

  /// "Apply the macro General::Summary": the sentence behind the word, of which the beginning may be a title.
  void add_bare_behind(std::size_t begin, std::size_t limit) {
    while (begin < limit && (is_space(text_[begin]) || text_[begin] == ':')) {
      ++begin;
    }
    std::size_t end = begin;
    while (end < limit && end - begin < max_bare_title) {
      const bool ends_sentence = text_[end] == '.' && (end + 1 == limit || is_space(text_[end + 1]));
      if (ends_sentence || text_[end] == ';' || text_[end] == '!' || text_[end] == '?' || text_[end] == '"') {
        break;
      }
      ++end;
    }
    while (end > begin && is_space(text_[end - 1])) {
      --end;
    }
    if (begin >= end || !looks_like_title(text_.substr(begin, end - begin))) {
      return;
    }
    const std::string_view text = text_.substr(begin, end - begin);
    // Folders come first in a title: in "macro for X that sets Y::Z" the `::` is somebody else's.
    const std::size_t folders = text.find("::");
    const bool asserted = folders != std::string_view::npos &&
                          text.substr(0, folders).find_first_of(",()") == text.npos &&
                          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(folders), ' ') <= 2;
    add(Form::bare, {asserted, true}, begin, end, -1, Extent::longest_prefix);
  }

  const FlatText& flat_;
  std::string_view text_;
  const MacroClues& clues_;
  bool under_macro_header_;
  Document& document_;
  std::vector<Candidate> candidates_;
  std::unordered_set<std::int32_t> titled_links_;
};

/// Most blocks of a page that mentions macros do not, and are not worth flattening.
bool is_worth_reading(const Block& block, std::uint32_t offset, const MacroClues& clues, const CluePlaces& places,
                      const Document& document) {
  if (block.under_macro_header) {
    return true;
  }
  const std::uint32_t begin = block.inlines.front().span.begin - offset;
  const std::uint32_t end = std::max_element(block.inlines.begin(), block.inlines.end(),
                                             [](auto& left, auto& right) { return left.span.end < right.span.end; })
                                ->span.end -
                            offset;
  if (places.any_between(begin, end)) {
    return true;
  }
  // Addresses that are not in the text as they are meant have not been searched for clues.
  const bool may_link = places.may_link || !document.decoded.empty();
  return may_link && std::any_of(block.inlines.begin(), block.inlines.end(), [&](const Inline& piece) {
           if (piece.kind != Inline::Kind::link_begin) {
             return false;
           }
           const std::string_view url = document.links[static_cast<std::size_t>(piece.link)].url;
           return is_macro_page(url) || clues.may_lead_to_repository(url);
         });
}

}  // namespace

void find_mentions(const Block& block, std::string_view text, std::uint32_t offset, const MacroClues& clues,
                   const CluePlaces& places, Document& document) {
  if (block.inlines.empty() || document.mentions.size() > max_mentions) {
    return;
  }
  if (block.kind == Block::Kind::diagram) {
    find_diagram_mentions(block, text, offset, clues, document);
  } else if (is_worth_reading(block, offset, clues, places, document)) {
    const FlatText flat(block, text, offset);
    MentionFinder(flat, clues, block.under_macro_header, document).find();
  }
  document.too_complex = document.too_complex || document.mentions.size() > max_mentions;
}

bool has_macro_word(const Block& block, std::string_view text, std::uint32_t offset, const MacroClues& clues) {
  const FlatText flat(block, text, offset);
  for (std::size_t at = 0; at < flat.text().size(); ++at) {
    if (clues.match_at(flat.text(), at) > 0) {
      return true;
    }
  }
  return false;
}

}  // namespace macrolint
