#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace macrolint {

/// JSON as it is handed out: indented by two spaces, keys in the order in which they were set, a line end at the
/// end. Bytes that are not UTF-8 become U+FFFD, since JSON cannot hold them.
[[nodiscard]] std::string to_text(const nlohmann::ordered_json& json);

/// A list that is written on several threads. `item(index)` is called once for each index below `count`, in no order.
struct LongList {
  std::string_view key;
  std::size_t count = 0;
  std::function<nlohmann::ordered_json(std::size_t index)> item;
  unsigned jobs = 1;
};

/// The same of an object whose last key has this list, which is left out of `json`.
[[nodiscard]] std::string to_text(nlohmann::ordered_json json, const LongList& list);

}  // namespace macrolint
