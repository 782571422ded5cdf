#include "mention/menu_path.h"

#include <array>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::array<std::string_view, 4> arrows = {">", "->", "→", "»"};

bool is_arrow(std::string_view word) {
  for (const std::string_view arrow : arrows) {
    if (word == arrow) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string title_at_menu_path(std::string_view text) {
  std::string title;
  bool after_arrow = true;  // also where the text begins
  bool has_arrow = false;
  for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) {
      ++at;
    }
    const std::string_view word = text.substr(begin, at - begin);
    if (!is_arrow(word)) {
      title += title.empty() ? "" : after_arrow ? "::" : " ";
      title += word;
      after_arrow = false;
    } else if (after_arrow) {
      return {};
    } else {
      has_arrow = after_arrow = true;
    }
  }
  return has_arrow && !after_arrow ? title : std::string();
}

}  // namespace macrolint
