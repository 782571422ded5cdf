#include "index/reference.h"

#include <algorithm>

#include "index/bare_title.h"
#include "index/title_key.h"
#include "link/macro_number.h"
#include "mention/menu_path.h"
#include "source/characters.h"

namespace macrolint {

namespace {

using Form = Mention::Form;

/// A link to a folder speaks of all macros in it, which is not a reference to one.
bool leads_to_file(const LinkTarget& target) {
  const bool names_file =
      target.path.ends_with(".yaml") || target.path.ends_with(".yml") || target.path.ends_with(".md");
  return target.kind == LinkTarget::Kind::file ||
         ((target.kind == LinkTarget::Kind::missing || target.kind == LinkTarget::Kind::unlisted) && names_file) ||
         target.macro != nullptr;
}

/// Where several macros have the title, or one like it, the link says which one is meant, or else what the page is
/// about.
void prefer_macro_of(Reference& reference, const std::vector<std::size_t>& instances) {
  TitleMatch& match = reference.by_title;
  if (match.macro == nullptr) {
    return;
  }
  const Macro* linked = reference.by_link.macro;
  const std::vector<const Macro*>& candidates = *match.candidates;
  if (linked != nullptr && std::find(candidates.begin(), candidates.end(), linked) != candidates.end()) {
    const bool differs = linked->title != match.macro->title || linked->instance != match.macro->instance;
    match.macro = differs ? linked : match.macro;
    return;
  }
  const auto is_wanted = [&](const Macro* macro) {
    return std::find(instances.begin(), instances.end(), macro->instance) != instances.end();
  };
  if (!is_wanted(match.macro)) {
    const auto active = std::find_if(candidates.begin(), candidates.end(),
                                     [&](const Macro* macro) { return macro->active && is_wanted(macro); });
    const auto any = std::find_if(candidates.begin(), candidates.end(), is_wanted);
    match.macro = active != candidates.end() ? *active : any != candidates.end() ? *any : match.macro;
  }
}

/// Whether a label and a file's name have a word in common, without regard to case.
bool shares_word(std::string_view label, std::string_view path) {
  constexpr std::size_t longest_name = 255;
  const std::string name = lower_case(path.substr(path.rfind('/') + 1, longest_name));
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
  const bool is_title =
      kind == TitleMatch::Kind::exact || kind == TitleMatch::Kind::inexact || kind == TitleMatch::Kind::renamed;
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

bool is_end_of_former_title(const Reference& reference) {
  return reference.by_title.kind == TitleMatch::Kind::renamed &&
         title_key(reference.by_title.macro->previous_title) != title_key(reference.title);
}

/// Whether what a mention may be is a reference, now that it has been looked up.
bool is_reference(const Reference& reference) {
  const auto kind = reference.by_title.kind;
  switch (reference.mention->form) {
    case Form::title: {
      const bool at_path = !title_at_menu_path(reference.title).empty();
      return kind == TitleMatch::Kind::exact || reference.has_previous_title() ||
             (at_path && kind == TitleMatch::Kind::inexact);
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

bool Reference::has_previous_title() const {
  return by_title.kind == TitleMatch::Kind::renamed && by_title.macro->previous_title == title;
}

ReferenceMatch match_of(const Reference& reference) {
  if (reference.macro == nullptr) {
    return ReferenceMatch::none;
  }
  const bool by_title =
      reference.by_title.macro != nullptr && reference.by_title.macro->title == reference.macro->title;
  if (!by_title) {
    return ReferenceMatch::link;
  }
  switch (reference.by_title.kind) {
    case TitleMatch::Kind::inexact:
      return ReferenceMatch::inexact_title;
    case TitleMatch::Kind::partial:
      return ReferenceMatch::partial_title;
    case TitleMatch::Kind::renamed:
      return ReferenceMatch::former_title;
    default:
      return ReferenceMatch::title;
  }
}

std::string_view name_of(ReferenceMatch match) {
  switch (match) {
    case ReferenceMatch::none:
      return "none";
    case ReferenceMatch::title:
      return "title";
    case ReferenceMatch::inexact_title:
      return "inexact-title";
    case ReferenceMatch::partial_title:
      return "partial-title";
    case ReferenceMatch::former_title:
      return "former-title";
    case ReferenceMatch::link:
      return "link";
  }
  return "none";
}

std::optional<Reference> resolve(const Document& document, const Mention& mention, const MacroIndex& index,
                                 const std::vector<std::size_t>& instances) {
  Reference reference;
  reference.document = &document;
  reference.mention = &mention;
  reference.span = mention.span;
  reference.title = mention.title;
  if (mention.link >= 0) {
    reference.by_link = index.find_link(reference.url());
    if (reference.by_link.macro == nullptr) {
      reference.by_link.macro = index.find_number(reference.url());
    }
  }
  bool is_located = true;
  if (mention.extent != Mention::Extent::whole) {
    BareTitle found = find_bare_title(document, mention, index);
    is_located = found.is_located;
    reference.span = found.span;
    reference.by_title = found.match;
    reference.title = std::move(found.title);
  } else if (!mention.title.empty()) {
    reference.by_title = find_written_title(mention.title, index);
  }
  prefer_macro_of(reference, instances);
  // A finding needs a place, and what to write instead would replace it.
  reference.asserted = is_located && is_asserted(reference, index);
  if (!reference.asserted && is_end_of_former_title(reference)) {
    reference.by_title = {};  // words that happen to be those of a title that nobody has any more
  }
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
