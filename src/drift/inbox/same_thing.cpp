#include "drift/inbox/same_thing.h"

#include <algorithm>

namespace macrolint {

namespace {

/// Of one word of a page's macros; more are not looked at.
constexpr std::size_t max_macros_of_word = 16;
/// A longer text before a reference is no label.
constexpr std::size_t longest_label = 80;

std::vector<std::string> last_part_words(const Macro& macro) {
  const std::size_t colons = macro.title.rfind("::");
  return plain_words(std::string_view(macro.title).substr(colons == std::string::npos ? 0 : colons + 2));
}

/// The address has a word of the page's path that the name has not: then it is the inbox of what the page is about, and
/// the name one that other such pages may use for theirs.
bool is_of_page(const InboxStatement& statement) {
  constexpr std::size_t shortest_word = 4;
  const std::vector<std::string> of_path = plain_words(statement.page->source->path);
  const std::vector<std::string> of_name = plain_words(statement.name.written);
  const std::vector<std::string> of_address = plain_words(statement.address.substr(0, statement.address.find('@')));
  const auto has = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  return std::any_of(of_address.begin(), of_address.end(), [&](const std::string& word) {
    return word.size() >= shortest_word && has(of_path, word) && !has(of_name, word);
  });
}

/// What stands before a reference in its list item or sentence, or at the beginning of its row.
std::string_view label_of(const std::vector<Passage>& passages, std::size_t at, std::uint32_t reference) {
  const Passage& passage = passages[at];
  if (passage.kind == Passage::Kind::cell) {
    while (at > 0 && passages[at - 1].table == passage.table && passages[at - 1].row == passage.row) {
      --at;
    }
    return passages[at].column < passage.column ? passages[at].text.text() : std::string_view();
  }
  const std::string_view before = passage.text.text().substr(0, passage.text.position_of(reference));
  return before.size() <= longest_label ? before : std::string_view();
}

}  // namespace

const SameThing::MentionedByWord& SameThing::mentioned_on(const Document& page) {
  const auto [entry, is_new] = mentioned_.try_emplace(&page);
  MentionedByWord& mentioned = entry->second;
  const auto index = static_cast<std::size_t>(&page - project_->pages.data());
  const std::vector<Reference>& references = project_->references[index];
  if (!is_new || references.empty()) {
    return mentioned;
  }
  auto reference = references.begin();
  Mentioned here;
  std::vector<std::uint8_t> levels;
  const std::vector<Passage>& passages = project_->passages.of(page);
  for (std::size_t at = 0; at < passages.size() && reference != references.end(); ++at) {
    const Passage& passage = passages[at];
    if (passage.kind == Passage::Kind::heading) {
      while (!levels.empty() && levels.back() >= passage.level) {
        levels.pop_back();
        here.headings.pop_back();
      }
      levels.push_back(passage.level);
      here.headings.push_back(plain_words(passage.text.text()));
      ++here.section;
    }
    for (; reference != references.end() && reference->span.begin < passage.span.end; ++reference) {
      here.macro = reference->macro;
      if (here.macro != nullptr && reference->span.begin >= passage.span.begin) {
        here.label = plain_words(label_of(passages, at, reference->span.begin));
        add(mentioned, here);
      }
    }
  }
  return mentioned;
}

void SameThing::add(MentionedByWord& mentioned, const Mentioned& one) {
  for (const std::string& word : last_part_words(*one.macro)) {
    std::vector<Mentioned>& of_word = mentioned[word];
    if (of_word.size() < max_macros_of_word) {
      of_word.push_back(one);
    }
  }
}

std::vector<const Macro*> SameThing::macros_of(const InboxStatement& statement) {
  std::vector<const Macro*> macros;
  const MentionedByWord& mentioned = mentioned_on(*statement.page);
  const auto look_up = [&](const std::string& word) {
    const auto found = mentioned.find(word);
    if (found == mentioned.end()) {
      return;
    }
    for (const Mentioned& one : found->second) {
      const bool is_near =
          one.section == statement.section || is_named_among(statement.name, one.label) ||
          std::any_of(one.headings.begin(), one.headings.end(),
                      [&](const std::vector<std::string>& words) { return is_named_among(statement.name, words); });
      if (is_near && is_named_among(statement.name, last_part_words(*one.macro)) &&
          std::find(macros.begin(), macros.end(), one.macro) == macros.end()) {
        macros.push_back(one.macro);
      }
    }
  };
  if (!statement.name.words.empty()) {
    look_up(statement.name.words.front());
  }
  if (!statement.name.short_key.empty()) {
    look_up(statement.name.short_key);
  }
  return macros;
}

bool SameThing::share_macro(const InboxStatement& left, const InboxStatement& right) {
  const std::vector<const Macro*> macros = macros_of(left);
  const std::vector<const Macro*> others = macros_of(right);
  return std::any_of(macros.begin(), macros.end(), [&](const Macro* macro) {
    return std::find(others.begin(), others.end(), macro) != others.end();
  });
}

bool SameThing::is_same(const InboxStatement& left, const InboxStatement& right) {
  const bool relates_left = relates_to(left.name, left.address) || relates_to(right.name, left.address);
  const bool relates_right = relates_to(left.name, right.address) || relates_to(right.name, right.address);
  if ((!left.link.empty() && left.link == right.link) ||
      short_forms_->has_short_form(short_forms_->key_of(left.name)) || share_macro(left, right)) {
    return true;
  }
  // Names of several words are rarely given twice, but topics such as "Travel costs" are, each with its own inbox.
  const bool is_name = (left.name.words.size() > 1 || (left.name.is_program && right.name.is_program)) &&
                       left.name.is_proper && right.name.is_proper && !left.name.is_topic && !right.name.is_topic;
  if (is_name && (relates_left || relates_right) && !(is_of_page(left) && is_of_page(right))) {
    return true;
  }
  const bool is_near = left.page == right.page ? left.section == right.section
                                               : left.heading.size() > 1 && left.heading == right.heading;
  return is_near && is_made_for(left.name, left.address) != is_made_for(left.name, right.address);
}

}  // namespace macrolint
