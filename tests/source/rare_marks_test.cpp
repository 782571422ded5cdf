#include "source/rare_marks.h"

#include <string>

#include "catch.h"

using namespace macrolint;

namespace {

/// The marks that were found, by name.
std::string names(const RareMarks& marks) {
  std::string names;
  const auto add = [&](bool is_there, const char* name) { names += is_there ? name : ""; };
  add(marks.beyond_ascii, "beyond_ascii ");
  add(marks.pipe, "pipe ");
  add(marks.at_sign, "at_sign ");
  add(marks.colons, "colons ");
  add(marks.reference, "reference ");
  add(marks.footnote, "footnote ");
  add(marks.braces, "braces ");
  add(marks.heading_tag, "heading_tag ");
  return names;
}

struct Example {
  std::string text;
  std::string marks;
};

}  // namespace

TEST_CASE("Each mark is found by itself, wherever it stands") {
  const Example example = GENERATE(values<Example>({{"ä", "beyond_ascii "},
                                                    {"|", "pipe "},
                                                    {"@", "at_sign "},
                                                    {"::", "colons "},
                                                    {"][", "reference "},
                                                    {"[^", "footnote "},
                                                    {"{{", "braces "},
                                                    {"<h", "heading_tag "},
                                                    {"<H", "heading_tag "},
                                                    {"< h <(", ""},
                                                    {": :", ""},
                                                    {"] [ ^ { {", ""},
                                                    {"}}", ""},
                                                    {"", ""}}));
  for (const std::size_t before : {0, 1, 254, 255, 256, 257, 511, 512, 1000}) {
    for (const std::size_t behind : {0, 1, 255, 256, 600}) {
      CAPTURE(example.text, before, behind);
      CHECK(names(find_rare_marks(std::string(before, 'a') + example.text + std::string(behind, 'b'))) ==
            example.marks);
    }
  }
}
