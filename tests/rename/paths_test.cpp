#include "catch.h"
#include "macro/title_path.h"
#include "rename/link_path.h"

namespace macrolint {

TEST_CASE("A file moves to the path that fits the new title") {
  struct Row {
    const char* path;
    const char* title;
    const char* expected;
  };
  const Row rows[] = {
      {"active/General/Old", "General::New", "active/General/New"},
      {"inactive/General/Old", "Other::Deep::New", "inactive/Other/Deep/New"},
      {"active/A_B/Old", "A:B::New", "active/A_B/New"},
      {"active/General/Why", "General::Why?", "active/General/Why"},
      {"active/General/Old", "General::What? Now", "active/General/What- Now"},
      {"active/Unsorted/Old", "New", "active/Unsorted/New"},
      {"active/General/Old", "New", "active/New"},
      {"active/New", "General::New", "active/General/New"},
  };
  for (const Row& row : rows) {
    INFO(row.path << " " << row.title);
    CHECK(path_after_rename(row.path, row.title) == row.expected);
    CHECK(path_fits_title(row.expected, row.title));
  }
}

TEST_CASE("Links to a moved file stay in the form that they are written in") {
  struct Row {
    const char* address;
    const char* old_path;
    const char* new_path;
    const char* expected;
  };
  const Row rows[] = {
      {"https://x/-/blob/main/data/active/A/B%20C.yaml", "active/A/B C.yaml", "active/A/D E.yaml",
       "https://x/-/blob/main/data/active/A/D%20E.yaml"},
      {"https://x/blob/main/active/L&R/B.md?ref_type=heads#L3", "active/L&R/B.md", "active/L&R/C & D.md",
       "https://x/blob/main/active/L&R/C%20&%20D.md?ref_type=heads#L3"},
      {"https://x/blob/main/active/L%26R/B.md", "active/L&R/B.md", "active/M&S/B & C.md",
       "https://x/blob/main/active/M%26S/B%20%26%20C.md"},
      {"https://x/blob/main/active/A (b)/C.md", "active/A (b)/C.md", "active/A (b)/D (e f).md",
       "https://x/blob/main/active/A (b)/D (e f).md"},
      {"https://x/blob/main/active/A%20%28b%29.md", "active/A (b).md", "active/C (d).md",
       "https://x/blob/main/active/C%20%28d%29.md"},
      {"https://x/blob/main/active/B.md", "active/B.md", "active/100% (or so).md",
       "https://x/blob/main/active/100%25%20(or%20so).md"},
      {"https://x/blob/main/active/B.md", "active/B.md", "active/a) b;\"c'.md",
       "https://x/blob/main/active/a%29%20b%3B%22c%27.md"},
      {"https://x/blob/main/active/B.md", "active/B.md", "active/\xc3\xa4.md", "https://x/blob/main/active/%C3%A4.md"},
      {"https://x/blob/main/%61ctive/B.md", "active/B.md", "active/C/D.md", "https://x/blob/main/%61ctive/C/D.md"},
  };
  for (const Row& row : rows) {
    INFO(row.address);
    CHECK(with_other_path(row.address, row.old_path, row.new_path).value_or("(nothing)") == row.expected);
  }
  CHECK_FALSE(with_other_path("https://x/blob/main/active/Other.md", "active/B.md", "active/C.md").has_value());
  CHECK_FALSE(with_other_path("active/B.md", "xactive/B.md", "active/C.md").has_value());
}

}  // namespace macrolint
