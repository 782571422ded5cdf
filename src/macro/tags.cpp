#include "macro/tags.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "macro/action_catalogue.h"

namespace macrolint {

namespace {

/// Calls `visit` with each character and its bytes.
template <typename Visit>
void for_each_character(std::string_view text, Visit visit) {
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                   static_cast<utf8proc_ssize_t>(text.size()), &character);
    const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
    visit(read > 0 ? character : -1, text.substr(0, length));
    text.remove_prefix(length);
  }
}

bool is_kept(utf8proc_int32_t character) {
  constexpr std::string_view marks = "_-:/";
  if (character < 0x80 && character >= 0 && marks.find(static_cast<char>(character)) != std::string_view::npos) {
    return true;
  }
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<Tag> tags_of(const Macro& macro, const Action& action) {
  const ActionField* field = find_action_field(action.field);
  const bool has_tags = field != nullptr && field->kind == ValueKind::tags && action.value != nullptr &&
                        action.value->kind == yaml::Kind::scalar;
  if (!has_tags) {
    return {};
  }
  constexpr std::string_view separators = " \t\r\n";
  const yaml::RawText raw = yaml::raw_text(macro.source->text, *action.value);
  std::vector<Tag> tags;
  for (std::size_t at = raw.text.find_first_not_of(separators); at != std::string::npos;) {
    const std::size_t end = std::min(raw.text.find_first_of(separators, at), raw.text.size());
    tags.push_back(
        {raw.text.substr(at, end - at),
         {raw.region.begin + static_cast<std::uint32_t>(at), raw.region.begin + static_cast<std::uint32_t>(end)}});
    at = raw.text.find_first_not_of(separators, end);
  }
  return tags;
}

std::string folded_tag(std::string_view tag) {
  std::string folded;
  for_each_character(tag, [&folded](utf8proc_int32_t character, std::string_view bytes) {
    const utf8proc_int32_t lower = character < 0 ? character : utf8proc_tolower(character);
    if (lower == character) {
      folded += bytes;
      return;
    }
    std::array<utf8proc_uint8_t, 4> encoded{};
    const utf8proc_ssize_t length = utf8proc_encode_char(lower, encoded.data());
    folded.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(length));
  });
  return folded;
}

std::vector<std::string> dropped_characters(std::string_view tag) {
  constexpr std::size_t enough = 8;
  std::vector<std::string> dropped;
  for_each_character(tag, [&dropped](utf8proc_int32_t character, std::string_view bytes) {
    if (!is_kept(character) && dropped.size() < enough &&
        std::find(dropped.begin(), dropped.end(), bytes) == dropped.end()) {
      dropped.emplace_back(bytes);
    }
  });
  return dropped;
}

}  // namespace macrolint
