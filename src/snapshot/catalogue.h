#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace macrolint {

/// Something that a Zendesk instance has and macros name: a group, a form, a field.
struct NamedThing {
  /// Zendesk's number, as text; empty for things that have none.
  std::string id;
  std::string name;
  bool active = true;
};

/// The things of one kind that an instance has. Of several with one name the first active one is found.
class Catalogue {
 public:
  void add(NamedThing thing);

  [[nodiscard]] const NamedThing* find_id(std::string_view id) const;
  [[nodiscard]] const NamedThing* find_name(std::string_view name) const;
  /// The name of an active thing that is nearest to a misspelt one; empty if none is near, or if there are more than
  /// people give names to.
  [[nodiscard]] std::string nearest_name(std::string_view name) const;
  [[nodiscard]] const std::vector<NamedThing>& all() const { return things_; }

 private:
  std::vector<NamedThing> things_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

}  // namespace macrolint
