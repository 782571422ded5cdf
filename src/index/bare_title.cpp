#include "index/bare_title.h"

#include <algorithm>
#include <optional>

#include "html/entities.h"
#include "mention/menu_path.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Extent = Mention::Extent;

/// Marks around words that are no part of them, among them such as the Markdown of other programs has.
constexpr std::string_view opening_marks = " (\"*_=~[`'";
constexpr std::string_view closing_marks = " ,.):;\"*_=~]`'";

/// A single word in running text is a word, even if some macro's title ends in it.
bool is_plausible(std::string_view title) {
  return title.find("::") != std::string_view::npos || title.find(' ') != std::string_view::npos;
}

bool is_word_start(std::string_view text, std::size_t at) {
  return opening_marks.find(text[at]) == std::string_view::npos &&
         (at == 0 || opening_marks.find(text[at - 1]) != std::string_view::npos);
}

bool is_word_end(std::string_view text, std::size_t end) {
  return end == text.size() || text[end] == '(' || closing_marks.find(text[end]) != std::string_view::npos;
}

/// Whether a part ends in a letter or digit, or as the macro's title does.
bool ends_like(std::string_view part, std::string_view title) {
  return is_word_byte(part.back()) || (!title.empty() && part.back() == title.back());
}

/// The mention's text without marks at the end that is surely an end.
std::string_view without_marks(const Mention& mention) {
  std::string_view text = mention.title;
  if (mention.extent == Extent::longest_suffix) {
    // A parenthesis may be the title's own.
    while (!text.empty() && text.back() != ')' && closing_marks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    }
  } else {
    while (!text.empty() && opening_marks.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    }
  }
  return text;
}

/// The longest end or beginning of a text that is a macro's title; empty if none is. Punctuation does not count when
/// titles are compared, so that a shorter part may be the same title without somebody else's comma.
std::string_view find_known(std::string_view text, Extent extent, const MacroIndex& index, TitleMatch& match) {
  const bool at_end = extent == Extent::longest_suffix;
  std::string_view best;
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    const std::string_view part = at_end ? text.substr(cut) : text.substr(0, text.size() - cut);
    const bool whole_words = at_end ? is_word_start(text, cut) : is_word_end(text, part.size());
    if (!whole_words || !is_plausible(part)) {
      continue;
    }
    const TitleMatch found = find_written_title(part, index);
    const bool same = found.macro != nullptr && (best.empty() || found.macro == match.macro);
    if (!same) {
      if (!best.empty()) {
        break;
      }
      continue;
    }
    const bool better =
        best.empty() || found.kind == TitleMatch::Kind::exact ||
        (match.kind == found.kind && !ends_like(best, match.macro->title) && ends_like(part, match.macro->title));
    if (better) {
      best = part;
      match = found;
    }
    if (found.kind == TitleMatch::Kind::exact) {
      break;
    }
  }
  return best;
}

/// What to show of a text that certainly names a macro, but none that exists: from the folder's word on, or up to
/// the first mark of punctuation.
std::string_view trim_unknown(std::string_view text, Extent extent) {
  if (extent == Extent::longest_prefix) {
    text = text.substr(0, text.find_first_of(",()", text.find("::")));
    while (!text.empty() && closing_marks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    }
    return text;
  }
  std::size_t begin = std::min(text.find("::"), text.size());
  while (begin > 0 && (begin == text.size() || !is_word_start(text, begin))) {
    --begin;
  }
  return text.substr(begin);
}

/// Steps through a mention's title and the source that it was made from, where spaces may be line breaks, characters
/// entities, and marks stand that the title lacks.
class SourceWalk {
 public:
  SourceWalk(std::string_view title, std::string_view source) : title_(title), source_(source) {}

  /// The places in the source of a part of the title; nothing if the two do not go together.
  std::optional<Span> locate(std::size_t begin, std::size_t end) {
    std::size_t first = 0;
    while (written_ < end) {
      skip_marks();
      first = written_ <= begin ? read_ : first;
      if (!step()) {
        return std::nullopt;
      }
    }
    return Span{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(read_)};
  }

 private:
  void skip_marks() {
    while (read_ < source_.size() && title_[written_] != source_[read_] &&
           std::string_view("*_~\\`").find(source_[read_]) != std::string_view::npos) {
      ++read_;
    }
  }

  bool step() {
    if (read_ >= source_.size()) {
      return false;
    }
    if (title_[written_] == ' ') {
      return step_over_space();
    }
    if (title_[written_] == source_[read_] && source_[read_] != '&') {
      ++written_;
      ++read_;
      return true;
    }
    return step_over_entity();
  }

  bool step_over_space() {
    const std::size_t begin = read_;
    // A quotation's mark stands at the beginning of each of its lines.
    while (read_ < source_.size() && (is_space(source_[read_]) || (read_ > begin && source_[read_] == '>'))) {
      ++read_;
    }
    ++written_;
    return read_ > begin;
  }

  bool step_over_entity() {
    constexpr std::size_t longest_entity = 34;
    const std::size_t end = source_.substr(read_, longest_entity).find(';');
    if (source_[read_] == '&' && end != std::string_view::npos) {
      const std::string decoded = decode_entities(source_.substr(read_, end + 1));
      if (title_.substr(written_).starts_with(decoded)) {
        written_ += decoded.size();
        read_ += end + 1;
        return true;
      }
    }
    const bool equal = title_[written_] == source_[read_];
    ++written_;
    ++read_;
    return equal;
  }

  std::string_view title_;
  std::string_view source_;
  std::size_t written_ = 0;
  std::size_t read_ = 0;
};

std::optional<Span> locate(const Document& document, const Mention& mention, std::string_view part) {
  const std::string_view source = document.source->slice(mention.span);
  const std::size_t at = mention.extent == Extent::longest_suffix ? source.rfind(part) : source.find(part);
  if (at != std::string_view::npos) {
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
  }
  const std::string_view title = mention.title;
  const auto begin = static_cast<std::size_t>(part.data() - title.data());
  return SourceWalk(title, source).locate(begin, begin + part.size());
}

}  // namespace

TitleMatch find_written_title(std::string_view written, const MacroIndex& index) {
  const std::string title = title_at_menu_path(written);
  return index.find_title(title.empty() ? written : title);
}

BareTitle find_bare_title(const Document& document, const Mention& mention, const MacroIndex& index) {
  BareTitle found;
  found.span = mention.span;
  const std::string_view text = without_marks(mention);
  std::string_view part = find_known(text, mention.extent, index, found.match);
  if (part.empty()) {
    part = trim_unknown(text, mention.extent);
  }
  found.title = std::string(part);
  if (const std::optional<Span> span = locate(document, mention, part)) {
    found.span = {mention.span.begin + span->begin, mention.span.begin + span->end};
    found.is_located = true;
  }
  return found;
}

}  // namespace macrolint
