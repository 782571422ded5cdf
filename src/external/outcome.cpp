#include "external/outcome.h"

#include <algorithm>

namespace macrolint {

std::string_view address_without_fragment(std::string_view url) { return url.substr(0, url.find('#')); }

std::string_view fragment_of(std::string_view url) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::string_view fragment = url.substr(std::min(hash + 1, url.size()));
  return fragment.substr(0, fragment.find(":~:"));
}

}  // namespace macrolint
