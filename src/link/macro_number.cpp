#include "link/macro_number.h"

#include <charconv>

#include "source/characters.h"

namespace macrolint {

bool is_macro_page(std::string_view url) {
  const std::size_t at = url.find("/macros/");
  return at != std::string_view::npos && url.substr(0, at).find(".zendesk.com/") != std::string_view::npos &&
         url.find("/api/") == std::string_view::npos && at + 8 < url.size() && is_digit(url[at + 8]);
}

std::uint64_t macro_number_in(std::string_view url) {
  for (const std::string_view key :
       {"/macros/", "search=id%3A+", "search=id%3A%20", "search=id:+", "search=id:", "search="}) {
    const std::size_t at = url.find(key);
    if (at == std::string_view::npos || (key == "/macros/" && !is_macro_page(url))) {
      continue;
    }
    std::uint64_t number = 0;
    const std::string_view digits = url.substr(at + key.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && number > 0) {
      return number;
    }
  }
  return 0;
}

}  // namespace macrolint
