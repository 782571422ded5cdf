#include "fix/edited_text.h"

#include <random>

#include "catch.h"

namespace macrolint {

namespace {

using Edits = std::vector<Replacement>;

}  // namespace

TEST_CASE("Replacements are made where they belong") {
  CHECK(with_replacements("abcdef", {{{1, 2}, "X"}, {{4, 4}, "YZ"}}) == "aXcdYZef");
  CHECK(with_replacements("cdef", {{{4, 5}, ""}}, 2) == "cdf");
  CHECK(with_replacements("", {{{0, 0}, "new"}}) == "new");
}

TEST_CASE("Edits of edited text are kept as changes of the original") {
  EditedText text(Text("one two three"));
  text.apply({{{4, 7}, "2"}});
  text.apply({{{0, 3}, "1"}, {{6, 11}, "3"}});
  CHECK(text.current() == "1 2 3");
  CHECK(text.changes() == Edits{{{0, 3}, "1"}, {{4, 7}, "2"}, {{8, 13}, "3"}});

  SECTION("an edit over several of them makes one of them") {
    text.apply({{{0, 4}, "now "}});
    CHECK(text.current() == "now 3");
    CHECK(text.changes() == Edits{{{0, 13}, "now 3"}});
  }
  SECTION("what is undone is no change") {
    text.apply({{{0, 1}, "one"}, {{2, 3}, "two"}});
    CHECK(text.changes() == Edits{{{8, 13}, "3"}});
    text.apply({{{8, 9}, "three"}});
    CHECK(text.changes().empty());
    CHECK(text.current() == "one two three");
  }
}

TEST_CASE("Changes lead from the original to the present text, whatever the edits") {
  std::mt19937 random(20260101);
  const auto up_to = [&](std::size_t limit) { return static_cast<std::uint32_t>(random() % (limit + 1)); };
  for (int round = 0; round < 500; ++round) {
    EditedText text(Text("0123456789abcdefghijklmnopqrstuvwxyz"));
    std::string expected = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (int pass = 0; pass < 5; ++pass) {
      Edits edits;
      for (std::uint32_t at = up_to(5); at <= expected.size(); at += 1 + up_to(9)) {
        const std::uint32_t end = std::min(static_cast<std::uint32_t>(expected.size()), at + up_to(4));
        edits.push_back({{at, end}, std::string(up_to(3), static_cast<char>('A' + up_to(25)))});
        at = end;
      }
      expected = with_replacements(expected, edits);
      text.apply(edits);
      REQUIRE(text.current() == expected);
      REQUIRE(with_replacements(text.original(), text.changes()) == expected);
    }
  }
}

}  // namespace macrolint
