#include "snapshot/catalogue.h"

#include "source/nearest.h"

namespace macrolint {

void Catalogue::add(NamedThing thing) {
  const std::size_t index = things_.size();
  if (!thing.id.empty()) {
    by_id_.emplace(thing.id, index);
  }
  const auto [named, is_new] = by_name_.emplace(thing.name, index);
  if (!is_new && thing.active && !things_[named->second].active) {
    named->second = index;
  }
  things_.push_back(std::move(thing));
}

const NamedThing* Catalogue::find_id(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? nullptr : &things_[found->second];
}

const NamedThing* Catalogue::find_name(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? nullptr : &things_[found->second];
}

std::string Catalogue::nearest_name(std::string_view name) const {
  constexpr std::size_t most_names = 5000;
  if (things_.size() > most_names) {
    return {};
  }
  std::vector<std::string_view> names;
  for (const NamedThing& thing : things_) {
    if (thing.active) {
      names.push_back(thing.name);
    }
  }
  return std::string(nearest(name, names).value_or(""));
}

}  // namespace macrolint
