#include "report/macro_of_place.h"

#include <iterator>

namespace macrolint {

MacroOfPlace::MacroOfPlace(const std::deque<Macro>& macros) {
  for (std::size_t index = 0; index < macros.size(); ++index) {
    const Macro& macro = macros[index];
    const std::uint32_t begin = macro.yaml.root.has_value() ? macro.yaml.root->span.begin : 0;
    by_source_[macro.source].emplace(begin, index);
    if (macro.managed_content != nullptr) {
      by_source_[macro.managed_content->source].emplace(0, index);
    }
  }
}

std::optional<std::size_t> MacroOfPlace::find(const Source* source, std::uint32_t offset) const {
  const auto macros = by_source_.find(source);
  if (macros == by_source_.end()) {
    return std::nullopt;
  }
  const auto after = macros->second.upper_bound(offset);
  return after == macros->second.begin() ? after->second : std::prev(after)->second;
}

}  // namespace macrolint
