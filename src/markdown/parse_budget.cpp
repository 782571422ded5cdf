#include "markdown/parse_budget.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::uint64_t callbacks_per_byte = 8;
/// What every page may spend, however small.
constexpr std::uint64_t free_callbacks = 100'000;
/// An entity is looked up by an HTML parser.
constexpr std::uint64_t cost_of_entity = 100;
constexpr std::size_t longest_block = 250'000;

}  // namespace

ParseBudget::ParseBudget(std::size_t page_size) : left_(free_callbacks + callbacks_per_byte * page_size) {}

std::uint64_t cost_of(const MD_ATTRIBUTE& attribute) {
  std::uint64_t cost = attribute.size;
  for (std::size_t part = 0; attribute.size > 0 && attribute.substr_offsets[part] < attribute.size; ++part) {
    cost += attribute.substr_types[part] == MD_TEXT_ENTITY ? cost_of_entity : 0;
  }
  return cost;
}

bool has_endless_block(std::string_view text) {
  std::size_t block = 0;
  for (std::size_t line = 0; text.size() - block > longest_block && line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view content = text.substr(line, end - line);
    if (end - block > longest_block) {
      return true;
    }
    if (std::all_of(content.begin(), content.end(), is_space)) {
      block = end;
    }
    line = end + 1;
  }
  return false;
}

}  // namespace macrolint
