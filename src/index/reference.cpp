#include "index/reference.h"

#include <algorithm>
#include <charconv>

#include "index/title_key.h"

namespace macrolint {

namespace {

using Extent = Mention::Extent;

bool has_folders(std::string_view title) { return title.find("::") != std::string_view::npos; }
bool has_several_words(std::string_view title) { return title.find(' ') != std::string_view::npos; }

/// A single word in running text is a word, even if some macro's title ends in it.
bool is_plausible_bare(std::string_view title) { return has_folders(title) || has_several_words(title); }

/// The document's text between the offsets, folded as titles are. Bare titles stand within one line or are
/// joined by line breaks, so bytes of title and source differ in white space only.
struct Piece {
  Span span;
  std::string title;
};

std::string fold(std::string_view text) {
  std::string folded;
  for (const char byte : text) {
    const bool space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (!space) {
      folded += byte;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) {
    folded.pop_back();
  }
  return folded;
}

bool is_word_start(std::string_view text, std::size_t at) {
  const auto is_break = [](char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '(' || byte == '"' || byte == '*' || byte == '_';
  };
  return !is_break(text[at]) && (at == 0 || is_break(text[at - 1]));
}

/// The longest end or beginning of a bare text that is a macro's title.
std::optional<Piece> find_bare_title(const Document& document, const Mention& mention, const MacroIndex& index,
                                     TitleMatch& match) {
  const std::string_view text = document.source->slice(mention.span);
  const auto try_piece = [&](std::size_t begin, std::size_t end) -> std::optional<Piece> {
    std::string title = fold(text.substr(begin, end - begin));
    if (title.empty() || !is_plausible_bare(title)) {
      return std::nullopt;
    }
    const TitleMatch found = index.find_title(title);
    if (found.kind == TitleMatch::Kind::none) {
      return std::nullopt;
    }
    match = found;
    const auto offset = mention.span.begin;
    return Piece{{offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(end)},
                 std::move(title)};
  };
  if (mention.extent == Extent::longest_suffix) {
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      if (is_word_start(text, begin)) {
        if (auto piece = try_piece(begin, text.size())) {
          return piece;
        }
      }
    }
    return std::nullopt;
  }
  for (std::size_t end = text.size(); end > 0; --end) {
    const bool at_boundary = end == text.size() || text[end] == ' ' || text[end] == '\n' || text[end] == ',' ||
                             text[end] == '.' || text[end] == ')' || text[end] == '(' || text[end] == ':';
    if (at_boundary) {
      if (auto piece = try_piece(0, end)) {
        return piece;
      }
    }
  }
  return std::nullopt;
}

/// What to show of a bare text that certainly names a macro, but none that exists: from the folder's word on, or
/// up to the first mark of punctuation.
Piece trim_unknown(const Document& document, const Mention& mention) {
  const std::string_view text = document.source->slice(mention.span);
  std::size_t begin = 0;
  std::size_t end = text.size();
  if (mention.extent == Extent::longest_suffix) {
    begin = std::min(text.find("::"), text.size());
    while (begin > 0 && !is_word_start(text, begin)) {
      --begin;
    }
  } else {
    end = std::min(text.find_first_of(",()", text.find("::")), text.size());
  }
  const Span span{mention.span.begin + static_cast<std::uint32_t>(begin),
                  mention.span.begin + static_cast<std::uint32_t>(end)};
  return {span, fold(text.substr(begin, end - begin))};
}

/// The number in `…/macros/360025924680` or in a search for it, or 0.
std::uint64_t macro_id_in(std::string_view url) {
  for (const std::string_view key :
       {"/macros/", "search=id%3A+", "search=id%3A%20", "search=id:+", "search=id:", "search="}) {
    const std::size_t at = url.find(key);
    if (at == std::string_view::npos) {
      continue;
    }
    std::uint64_t id = 0;
    const std::string_view digits = url.substr(at + key.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error == std::errc() && id > 0) {
      return id;
    }
  }
  return 0;
}

/// A link to a folder speaks of all macros in it, which is not a reference to one.
bool leads_to_file(const LinkTarget& target) {
  const bool names_file =
      target.path.ends_with(".yaml") || target.path.ends_with(".yml") || target.path.ends_with(".md");
  return target.kind == LinkTarget::Kind::file || (target.kind == LinkTarget::Kind::missing && names_file) ||
         target.macro != nullptr;
}

/// Where several macros have titles that differ in case or punctuation only, the link says which one is meant.
void prefer_linked_macro(Reference& reference) {
  const Macro* linked = reference.by_link.macro;
  const bool ambiguous = reference.by_title.kind == TitleMatch::Kind::inexact && linked != nullptr;
  if (ambiguous && title_key(linked->title) == title_key(reference.title)) {
    reference.by_title.macro = linked;
  }
}

}  // namespace

std::string_view Reference::url() const {
  return mention->link >= 0 ? document->links[static_cast<std::size_t>(mention->link)].url : std::string_view();
}

std::optional<Reference> resolve(const Document& document, const Mention& mention, const MacroIndex& index) {
  Reference reference;
  reference.document = &document;
  reference.mention = &mention;
  reference.span = mention.span;
  reference.title = mention.title;
  if (mention.link >= 0) {
    reference.by_link = index.find_link(reference.url());
    if (reference.by_link.macro == nullptr) {
      reference.by_link.macro = index.find_id(macro_id_in(reference.url()));
    }
  }
  if (mention.extent != Extent::whole) {
    auto piece = find_bare_title(document, mention, index, reference.by_title);
    if (!piece.has_value() && !mention.asserted) {
      return std::nullopt;
    }
    const Piece shown = piece.has_value() ? std::move(*piece) : trim_unknown(document, mention);
    reference.span = shown.span;
    reference.title = shown.title;
  } else if (!mention.title.empty()) {
    reference.by_title = index.find_title(mention.title);
  }
  prefer_linked_macro(reference);
  const bool known = reference.by_title.kind != TitleMatch::Kind::none;
  switch (mention.form) {
    case Mention::Form::title:
      if (reference.by_title.kind != TitleMatch::Kind::exact) {
        return std::nullopt;
      }
      break;
    case Mention::Form::url:
      if (!leads_to_file(reference.by_link)) {
        return std::nullopt;
      }
      break;
    case Mention::Form::id:
      break;
    default:
      if (!known && !mention.asserted && !leads_to_file(reference.by_link)) {
        return std::nullopt;
      }
      break;
  }
  reference.macro = known ? reference.by_title.macro : reference.by_link.macro;
  return reference;
}

}  // namespace macrolint
