#include "output/text.h"

#include "catch.h"
#include "output/printable.h"
#include "output/snippet.h"

namespace macrolint {

TEST_CASE("What a terminal would obey is shown, not sent") {
  CHECK(printable("plain \xe3\x83\x9e\xe3\x82\xaf\xe3\x83\xad") == "plain \xe3\x83\x9e\xe3\x82\xaf\xe3\x83\xad");
  for (const std::string_view hostile : {"\x1b[2J", "\x07", "\r", "\xe2\x80\xae", "\xff", "\x7f", "\xc2\x9b"}) {
    const std::string shown = printable(hostile);
    INFO(shown);
    CHECK(shown.find(hostile.substr(0, 1)) == std::string::npos);
    CHECK(shown.find('\\') != std::string::npos);
  }
}

TEST_CASE("A line is shown with the span underlined") {
  const std::string line = "use the `General::X` macro";
  const Snippet snippet = make_snippet(line, {9, 19});
  CHECK(snippet.line == line);
  CHECK(snippet.indentation == 9);
  CHECK(snippet.marks == 10);
}

TEST_CASE("Marks stand below wide characters") {
  const Snippet snippet = make_snippet("\xe3\x83\x9e x", {4, 5});
  CHECK(snippet.indentation == 3);
  CHECK(snippet.marks == 1);
}

TEST_CASE("A long line is cut around the span") {
  const std::string line = std::string(5000, 'a') + "NEEDLE" + std::string(5000, 'b');
  const Snippet snippet = make_snippet(line, {5000, 5006});
  CHECK(snippet.line.size() < 200);
  CHECK(snippet.line.find("NEEDLE") != std::string::npos);
  CHECK(snippet.marks == 6);
  CHECK(make_snippet(line, {0, 10'006}).marks <= 200);
}

TEST_CASE("An empty line or span still gets a mark") {
  CHECK(make_snippet("", {0, 0}).marks == 1);
  CHECK(make_snippet("abc", {3, 3}).marks == 1);
}

TEST_CASE("Numbers and words agree") {
  CHECK(counted(0, "error") == "0 errors");
  CHECK(counted(1, "error") == "1 error");
  CHECK(counted(2, "error") == "2 errors");
}

}  // namespace macrolint
