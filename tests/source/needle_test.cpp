#include "source/needle.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace macrolint;

namespace {

std::vector<std::uint32_t> places(const Needle& needle, const std::string& text) {
  std::vector<std::uint32_t> found;
  needle.find_all(text, found);
  return found;
}

}  // namespace

TEST_CASE("A needle is found wherever it stands, in and across blocks") {
  const Needle needle("macro", Needle::Case::ignored);
  for (const std::size_t before : {0, 1, 15, 250, 251, 252, 255, 256, 257, 508, 512, 1000}) {
    for (const std::size_t behind : {0, 1, 255, 256, 600}) {
      CAPTURE(before, behind);
      const std::string text = std::string(before, 'm') + "MaCrO" + std::string(behind, 'o');
      CHECK(places(needle, text) == std::vector<std::uint32_t>{static_cast<std::uint32_t>(before)});
    }
  }
}

TEST_CASE("A needle is found as often as it stands there, overlaps included") {
  CHECK(places(Needle("::", Needle::Case::as_written), "a:::b::") == std::vector<std::uint32_t>{1, 2, 5});
  CHECK(places(Needle("マクロ", Needle::Case::as_written), "のマクロ") == std::vector<std::uint32_t>{3});
  CHECK(places(Needle("x", Needle::Case::ignored), std::string(600, 'X')).size() == 600);
}

TEST_CASE("Only letters have a case") {
  CHECK(places(Needle("a[b", Needle::Case::ignored), "A{B a[b A[B").size() == 2);
  CHECK(places(Needle("a", Needle::Case::as_written), "A").empty());
  CHECK(places(Needle("long", Needle::Case::ignored), "lon").empty());
  CHECK(places(Needle("long", Needle::Case::ignored), "").empty());
}

TEST_CASE("A needle is not sought where the marks of a text rule it out") {
  const Needle colons("::", Needle::Case::as_written);
  const Needle foreign("マクロ", Needle::Case::as_written);
  const Needle word("macro", Needle::Case::ignored);
  const auto sought_in = [](const Needle& needle, std::string_view text) {
    return needle.may_be_in(find_rare_marks(text));
  };
  CHECK(sought_in(colons, "A::B"));
  CHECK_FALSE(sought_in(colons, "A:B: C"));
  CHECK(sought_in(foreign, "naïve"));
  CHECK_FALSE(sought_in(foreign, "naive"));
  CHECK(sought_in(word, ""));
}

TEST_CASE("A needle is in a short text or not") {
  const Needle project("gitlab.com/macros", Needle::Case::ignored);
  CHECK(project.is_in("https://GitLab.com/Macros/-/blob/main"));
  CHECK(project.is_in("gitlab.com/macros"));
  CHECK_FALSE(project.is_in("gitlab.com/macro"));
  CHECK_FALSE(project.is_in(""));
}

TEST_CASE("A needle is part of another if whoever finds the other finds it") {
  const Needle macro("macro", Needle::Case::ignored);
  CHECK(macro.is_part_of(Needle("/Macros/", Needle::Case::ignored)));
  CHECK(macro.is_part_of(Needle("Macros", Needle::Case::as_written)));
  CHECK_FALSE(Needle("macro", Needle::Case::as_written).is_part_of(macro));
  CHECK_FALSE(macro.is_part_of(Needle("mac", Needle::Case::ignored)));
}
