#include "index/reference.h"

#include <algorithm>

#include "index/title_key.h"
#include "link/macro_number.h"
#include "mention/menu_path.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Extent = Mention::Extent;
using Form = Mention::Form;

bool has_folders(std::string_view title) { return title.find("::") != std::string_view::npos; }
bool has_several_words(std::string_view title) { return title.find(' ') != std::string_view::npos; }

/// Looks a title up as it is written, or as the way through the menu that it may be.
TitleMatch find_title(std::string_view written, const MacroIndex& index) {
  const std::string title = title_at_menu_path(written);
  return index.find_title(title.empty() ? written : title);
}

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
    match = find_title(part, index);
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

/// Whether a label and a file's name have a word in common, without regard to case.
bool shares_word(std::string_view label, std::string_view path) {
  const std::string name = lower_case(path.substr(path.rfind('/') + 1));
  const std::string text = lower_case(label);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(text[at])) {
      ++at;
    }
    // Shorter words are in many names.
    if (at - begin >= 3 && name.find(text.substr(begin, at - begin)) != std::string::npos) {
      return true;
    }
  }
  return false;
}

/// A label in plain words that is the title of no macro may only describe what it links to.
bool is_description(const Reference& reference) {
  const Mention& mention = *reference.mention;
  return mention.form == Form::linked_title && reference.by_title.kind == TitleMatch::Kind::none &&
         !mention.names_title && !mention.beside_word && !shares_word(mention.title, reference.by_link.path);
}

/// The form of a reference to whose label there is more to say than how it is written.
Form settled_form(const Reference& reference) {
  const Form form = reference.mention->form;
  const auto kind = reference.by_title.kind;
  const bool is_title = kind == TitleMatch::Kind::exact || kind == TitleMatch::Kind::inexact;
  if ((form == Form::url || form == Form::id) && is_title) {
    return Form::linked_title;
  }
  if (is_description(reference)) {
    return is_macro_page(reference.url()) ? Form::id : Form::url;
  }
  return form;
}

/// Whether the words around the title or its link leave no doubt that a macro is meant.
bool is_asserted(const Reference& reference, const MacroIndex& index) {
  const Mention& mention = *reference.mention;
  const std::string at_path = title_at_menu_path(reference.title);
  // Other menus have ways through them too; this one begins with a folder of macros.
  if (!at_path.empty() && !index.has_folder(std::string_view(at_path).substr(0, at_path.find("::")))) {
    return false;
  }
  return mention.asserted() || (mention.names_title && leads_to_file(reference.by_link));
}

/// Whether what a mention may be is a reference, now that it has been looked up.
bool is_reference(const Reference& reference) {
  const auto kind = reference.by_title.kind;
  switch (reference.mention->form) {
    case Form::title: {
      const bool at_path = !title_at_menu_path(reference.title).empty();
      return kind == TitleMatch::Kind::exact || (at_path && kind == TitleMatch::Kind::inexact);
    }
    case Form::url:
      return leads_to_file(reference.by_link);
    case Form::id:
      return true;
    default:
      return kind != TitleMatch::Kind::none || reference.asserted || leads_to_file(reference.by_link) ||
             macro_number_in(reference.url()) != 0;
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
      reference.by_link.macro = index.find_id(macro_number_in(reference.url()));
    }
  }
  if (mention.extent != Extent::whole) {
    const std::string_view known = find_bare_title(mention, index, reference.by_title);
    if (known.empty() && !mention.asserted()) {
      return std::nullopt;
    }
    Piece shown = locate(document, mention, known.empty() ? trim_unknown(mention) : known);
    reference.span = shown.span;
    reference.title = std::move(shown.title);
  } else if (!mention.title.empty()) {
    reference.by_title = find_title(mention.title, index);
  }
  prefer_linked_macro(reference);
  reference.asserted = is_asserted(reference, index);
  if (!is_reference(reference)) {
    return std::nullopt;
  }
  reference.form = settled_form(reference);
  if (reference.form == Form::url || reference.form == Form::id) {
    reference.title.clear();
  }
  const bool known = reference.by_title.kind != TitleMatch::Kind::none;
  reference.macro = known ? reference.by_title.macro : reference.by_link.macro;
  return reference;
}

}  // namespace macrolint
