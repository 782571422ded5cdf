#include "source/source.h"

#include "catch.h"
#include "source/nearest.h"

namespace macrolint {

TEST_CASE("Lines count from 1 and columns in characters") {
  const std::string_view text = "abc\nd\xc3\xa9\xe3\x83\x9e!\r\n\nlast";
  const LineIndex index(text);
  const auto position_of = [&](std::string_view words) {
    const Position position = index.position(static_cast<std::uint32_t>(text.find(words)));
    return std::pair(position.line, position.column);
  };
  CHECK(position_of("abc") == std::pair(1U, 1U));
  CHECK(position_of("c\n") == std::pair(1U, 3U));
  CHECK(position_of("!") == std::pair(2U, 4U));
  CHECK(position_of("\nlast") == std::pair(3U, 1U));
  CHECK(position_of("last") == std::pair(4U, 1U));
  CHECK(index.position(1000).column == 5U);
}

TEST_CASE("The line around a place has neither its end nor those of others") {
  const Source source{"page.md", Text("abc\nd\xc3\xa9!\r\n\nlast")};
  LineFinder lines;
  const auto line_of = [&](std::string_view words) {
    const auto offset = static_cast<std::uint32_t>(std::string_view(source.text).find(words));
    return source.slice(lines.line_of(source, offset));
  };
  CHECK(line_of("abc") == "abc");
  CHECK(line_of("\nd") == "abc");
  CHECK(line_of("!") == "d\xc3\xa9!");
  CHECK(line_of("d") == "d\xc3\xa9!");
  CHECK(line_of("\r") == "d\xc3\xa9!");
  CHECK(line_of("\n\nlast") == "d\xc3\xa9!");
  CHECK(line_of("\nlast").empty());
  CHECK(line_of("last") == "last");
  CHECK(source.slice(lines.line_of(source, 1000)) == "last");
}

TEST_CASE("The first byte that is not UTF-8 is found") {
  struct Case {
    std::string text;
    std::size_t offset;
  };
  const std::size_t none = std::string_view::npos;
  const Case example = GENERATE_COPY(Case{"", none}, Case{"plain ASCII of more than eight bytes", none},
                                     Case{"caf\xc3\xa9", none}, Case{"\xf0\x9f\x98\x80", none}, Case{"caf\xe9", 3},
                                     Case{"12345678\xff", 8}, Case{"\xc3", 0}, Case{"overlong \xc0\xaf", 9},
                                     Case{"surrogate \xed\xa0\x80", 10}, Case{"too far \xf4\x90\x80\x80", 8},
                                     Case{std::string("a\0b", 3), 1}, Case{std::string("12345678\0", 9), 8});
  INFO(example.text);
  CHECK(find_invalid_utf8(example.text) == example.offset);
}

TEST_CASE("A byte that is not UTF-8 is found in and across blocks") {
  for (const std::size_t before : {0, 1, 62, 63, 64, 65, 127, 128, 200}) {
    for (const std::string_view good : {"", "\xc3\xa9", "\xf0\x9f\x98\x80"}) {
      CAPTURE(before, good);
      const std::string text = std::string(before, 'a') + std::string(good);
      CHECK(find_invalid_utf8(text + std::string(70, 'b')) == std::string_view::npos);
      CHECK(find_invalid_utf8(text + "\xff" + std::string(70, 'b')) == text.size());
      CHECK(find_invalid_utf8(text + std::string(1, '\0') + std::string(70, 'b')) == text.size());
    }
  }
}

TEST_CASE("The nearest name is what a reader would take a misspelt one for") {
  const std::vector<std::string_view> names = {"macro-syntax", "macro-schema", "inbox-unknown",
                                               "General::EDU Response"};
  CHECK(nearest("macro-sintax", names) == "macro-syntax");
  CHECK(nearest("macro-shcema", names) == "macro-schema");
  CHECK(nearest("inbox_unknown", names) == "inbox-unknown");
  CHECK(nearest("general::edu response", names) == "General::EDU Response");
  CHECK(nearest("General::EDU Responses", names) == "General::EDU Response");
  CHECK(nearest("something else", names) == std::nullopt);
  CHECK(nearest("", names) == std::nullopt);
  CHECK(nearest("macro-syntax", {}) == std::nullopt);
}

}  // namespace macrolint
