#include "source/next_byte.h"

#include <string>

#include "catch.h"

using namespace macrolint;

TEST_CASE("Pieces in any order are told right") {
  const std::string text = "a@bc@@d.....e@";
  for (std::size_t first = 0; first <= text.size(); ++first) {
    for (std::size_t second = 0; second <= text.size(); ++second) {
      NextByte next(text, '@');
      for (const std::size_t begin : {first, second, first}) {
        for (std::size_t end = begin; end <= text.size(); ++end) {
          CAPTURE(begin, end);
          CHECK(next.is_between(begin, end) == (text.substr(begin, end - begin).find('@') != std::string::npos));
        }
      }
    }
  }
}
