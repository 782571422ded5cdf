#include "output/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "threads/parallel.h"

namespace macrolint {

namespace {

/// The items from `begin` to `end` as they stand in the list, each with a line end before it and commas between.
std::string items_text(const LongList& list, std::size_t begin, std::size_t end) {
  nlohmann::ordered_json object;
  nlohmann::ordered_json& items = object[list.key] = nlohmann::ordered_json::array();
  for (std::size_t index = begin; index < end; ++index) {
    items.push_back(list.item(index));
  }
  std::string text = to_text(object);
  text.resize(text.rfind("\n  ]"));
  return text.erase(0, text.find('[') + 1);
}

}  // namespace

std::string to_text(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

std::string to_text(nlohmann::ordered_json json, const LongList& list) {
  json[list.key] = nlohmann::ordered_json::array();
  std::string text = to_text(json);
  if (list.count == 0) {
    return text;
  }
  constexpr std::size_t part_size = 16;
  std::vector<std::string> parts((list.count + part_size - 1) / part_size);
  for_each_index(parts.size(), list.jobs, [&](std::size_t part) {
    parts[part] = items_text(list, part * part_size, std::min((part + 1) * part_size, list.count));
  });
  const std::size_t list_end = text.rfind(']');
  const std::string behind = "\n  " + text.substr(list_end);
  text.resize(list_end);
  std::size_t size = text.size() + behind.size();
  for (const std::string& part : parts) {
    size += part.size() + 1;
  }
  text.reserve(size);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    text += part == 0 ? "" : ",";
    text += parts[part];
  }
  return text += behind;
}

}  // namespace macrolint
