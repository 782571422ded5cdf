#include "rename/macro_edits.h"

#include "catch.h"
#include "macro/read_macro.h"

namespace macrolint {

namespace {

/// The sync file after a rename, or `(none)`.
std::string renamed(const std::string& text, const std::string& title) {
  Source source;
  source.path = "macro.yaml";
  source.text = Text(text);
  Macro macro;
  read_macro(source, 0, "active/macro", macro);
  const auto edits = title_edits(macro, title);
  return edits.has_value() ? with_replacements(text, *edits) : "(none)";
}

const std::string rest = "\nactions:\n- {field: status, value: open}\n";

}  // namespace

TEST_CASE("Title and previous title are written in the file's own style") {
  struct Row {
    std::string before;
    std::string title;
    std::string after;
  };
  const Row rows[] = {
      {"---\ntitle: 'A::B'\nprevious_title: 'A::B'", "A::C", "---\ntitle: 'A::C'\nprevious_title: 'A::B'"},
      {"title: 'A'", "It's", "title: 'It''s'\nprevious_title: 'A'"},
      {"title: \"A\" # the name", "B \"b\" c", "title: \"B \\\"b\\\" c\" # the name\nprevious_title: \"A\""},
      {"title: A::B\nprevious_title: ~", "A::C", "title: A::C\nprevious_title: A::B"},
      {"title: A\nprevious_title:", "B: b", "title: 'B: b'\nprevious_title: A"},
      {"title: A\nprevious_title: null", "no", "title: 'no'\nprevious_title: A"},
      {"title: A\nprevious_title: ''", "B", "title: B\nprevious_title: 'A'"},
      {"previous_title: 'X'\r\ntitle: 'A'\r", "B", "previous_title: 'A'\r\ntitle: 'B'\r"},
      {"title: 'A'\r", "B", "title: 'B'\r\nprevious_title: 'A'\r"},
      {"title: >-\n  A\n  b", "B", "title: 'B'\nprevious_title: 'A b'"},
      {"title: 'A\n  b'", "B", "title: 'B'\nprevious_title: 'A b'"},
      {"\"title\": \"A\"", "B", "\"title\": \"B\"\n\"previous_title\": \"A\""},
      {"\xef\xbb\xbftitle: A", "B", "\xef\xbb\xbftitle: B\nprevious_title: A"},
  };
  for (const Row& row : rows) {
    INFO(row.before);
    CHECK(renamed(row.before + rest, row.title) == row.after + rest);
  }
  CHECK(
      renamed("{\"title\": \"A\", \"actions\": [{\"field\": \"status\", \"value\": \"open\"}]}", "B, c") ==
      "{\"title\": \"B, c\", \"previous_title\": \"A\", \"actions\": [{\"field\": \"status\", \"value\": \"open\"}]}");
}

TEST_CASE("What cannot be changed alone is left alone") {
  CHECK(renamed("title: &t A\nprevious_title: *t" + rest, "B") == "(none)");
  CHECK(renamed("title: A\ndescription: &x y\nprevious_title: *x" + rest, "B") == "(none)");
}

}  // namespace macrolint
