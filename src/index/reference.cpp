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

/// A part of a mention's title and where it stands.
struct Piece {
  Span span;
  std::string title;
};

/// The title's part as it stands in the source, which may break lines or hold marks where the title has a space;
/// then the whole mention has to do.
Piece locate(const Document& document, const Mention& mention, std::string_view part) {
  const std::string_view text = document.source->slice(mention.span);
  const std::size_t at = mention.extent == Extent::longest_suffix ? text.rfind(part) : text.find(part);
  if (at == std::string_view::npos) {
    return {mention.span, std::string(part)};
  }
  const std::uint32_t begin = mention.span.begin + static_cast<std::uint32_t>(at);
  return {{begin, begin + static_cast<std::uint32_t>(part.size())}, std::string(part)};
}

bool is_word_start(std::string_view text, std::size_t at) {
  constexpr std::string_view before_words = " (\"*_";
  return before_words.find(text[at]) == std::string_view::npos &&
         (at == 0 || before_words.find(text[at - 1]) != std::string_view::npos);
}

bool is_word_end(std::string_view text, std::size_t end) {
  constexpr std::string_view behind_words = " ,.():";
  return end == text.size() || behind_words.find(text[end]) != std::string_view::npos;
}

/// The longest end or beginning of a bare text that is a macro's title; empty if none is.
std::string_view find_bare_title(const Mention& mention, const MacroIndex& index, TitleMatch& match) {
  const std::string_view text = mention.title;
  const auto is_title = [&](std::string_view part) {
    if (!is_plausible_bare(part)) {
      return false;
    }
    match = index.find_title(part);
    return match.kind != TitleMatch::Kind::none;
  };
  const bool at_end = mention.extent == Extent::longest_suffix;
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    const std::string_view part = at_end ? text.substr(cut) : text.substr(0, text.size() - cut);
    const bool whole_words = at_end ? is_word_start(text, cut) : is_word_end(text, part.size());
    if (whole_words && is_title(part)) {
      return part;
    }
  }
  return {};
}

/// What to show of a bare text that certainly names a macro, but none that exists: from the folder's word on, or
/// up to the first mark of punctuation.
std::string_view trim_unknown(const Mention& mention) {
  const std::string_view text = mention.title;
  if (mention.extent == Extent::longest_prefix) {
    return text.substr(0, text.find_first_of(",()", text.find("::")));
  }
  std::size_t begin = std::min(text.find("::"), text.size() - 1);
  while (begin > 0 && !is_word_start(text, begin)) {
    --begin;
  }
  return text.substr(begin);
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
    const std::string_view known = find_bare_title(mention, index, reference.by_title);
    if (known.empty() && !mention.asserted) {
      return std::nullopt;
    }
    Piece shown = locate(document, mention, known.empty() ? trim_unknown(mention) : known);
    reference.span = shown.span;
    reference.title = std::move(shown.title);
  } else if (!mention.title.empty()) {
    reference.by_title = index.find_title(mention.title);
  }
  prefer_linked_macro(reference);
  reference.asserted = mention.asserted || (mention.names_title && leads_to_file(reference.by_link));
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
      if (!known && !reference.asserted && !leads_to_file(reference.by_link)) {
        return std::nullopt;
      }
      break;
  }
  reference.macro = known ? reference.by_title.macro : reference.by_link.macro;
  return reference;
}

}  // namespace macrolint
