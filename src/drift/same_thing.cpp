#include "drift/same_thing.h"

#include <algorithm>

namespace macrolint {

namespace {

/// Of one word of a page's macros; more are not looked at.
constexpr std::size_t max_macros_of_word = 16;

std::vector<std::string> last_part_words(const Macro& macro) {
  const std::size_t colons = macro.title.rfind("::");
  return plain_words(std::string_view(macro.title).substr(colons == std::string::npos ? 0 : colons + 2));
}

}  // namespace

const SameThing::MentionedByWord& SameThing::mentioned_on(const Document& page) {
  const auto [entry, is_new] = mentioned_.try_emplace(&page);
  MentionedByWord& mentioned = entry->second;
  if (!is_new) {
    return mentioned;
  }
  const auto index = static_cast<std::size_t>(&page - project_->pages.data());
  const std::vector<Reference>& references = project_->references[index];
  auto reference = references.begin();
  Mentioned here;
  std::vector<std::uint8_t> levels;
  const auto take_up_to = [&](std::uint32_t offset) {
    for (; reference != references.end() && reference->span.begin < offset; ++reference) {
      here.macro = reference->macro;
      if (here.macro == nullptr) {
        continue;
      }
      for (const std::string& word : last_part_words(*here.macro)) {
        std::vector<Mentioned>& of_word = mentioned[word];
        const bool is_known = std::any_of(of_word.begin(), of_word.end(), [&](const Mentioned& one) {
          return one.macro == here.macro && one.section == here.section;
        });
        if (!is_known && of_word.size() < max_macros_of_word) {
          of_word.push_back(here);
        }
      }
    }
  };
  for (const Passage& passage : project_->passages.of(page)) {
    if (passage.kind != Passage::Kind::heading || references.empty()) {
      continue;
    }
    take_up_to(passage.span.begin);
    while (!levels.empty() && levels.back() >= passage.level) {
      levels.pop_back();
      here.headings.pop_back();
    }
    levels.push_back(passage.level);
    here.headings.push_back(plain_words(passage.text.text()));
    ++here.section;
  }
  take_up_to(static_cast<std::uint32_t>(page.source->text.size()));
  return mentioned;
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
          one.section == statement.section ||
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
  const bool is_name = left.name.words.size() > 1 && left.name.is_proper && right.name.is_proper;
  if (is_name && (relates_left || relates_right)) {
    return true;
  }
  const bool is_near = left.page == right.page ? left.section == right.section
                                               : left.heading.size() > 1 && left.heading == right.heading;
  return is_near && is_made_for(left.name, left.address) != is_made_for(left.name, right.address);
}

}  // namespace macrolint
